import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({ requestConfig: "./lib/i18n/request.ts" });

/**
 * Public pages are rendered once for everyone, so their scripts cannot carry a nonce: inline ones are allowed
 * there. On personal pages proxy.ts sets a stricter policy in place of this one.
 */
const policy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const headers = [
  { key: "content-security-policy", value: policy },
  { key: "strict-transport-security", value: "max-age=31536000" },
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
  // The camera reads tickets at the door.
  {
    key: "permissions-policy",
    value: "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
  { key: "cross-origin-opener-policy", value: "same-origin" },
];

const config: NextConfig = {
  headers: async () => [{ source: "/:path*", headers }],
  // Browsers ask for it on pages that name no icon.
  redirects: async () => [
    { source: "/favicon.ico", destination: "/icon.svg", permanent: true },
    // The calendar's address until there were schedules for other programs too.
    {
      source: "/:locale/:conference/programme.ics",
      destination: "/:locale/:conference/schedule.ics",
      permanent: true,
    },
  ],
  // Schedules are also read by programs that know no language.
  rewrites: async () => [
    {
      source: "/:conference/schedule.:format(json|xml|ics)",
      destination: "/api/schedule/:conference/:format",
    },
  ],
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  reactStrictMode: true,
  poweredByHeader: false,
  // server/kept.mjs does it: kept pages once, not for each request.
  compress: false,
  // A tenth of the work of sending a kept page went into its tag; a proxy in front keeps the page itself.
  generateEtags: false,
  // `npm test` checks the types, of the tests too; a build for `npm start` need not do it again.
  typescript: { ignoreBuildErrors: true },
  // One build serves any database: nothing rendered may outlive the process on disk.
  cacheHandler: fileURLToPath(new URL("./server/cache-handler.mjs", import.meta.url)),
  experimental: {
    isrFlushToDisk: false,
    authInterrupts: true,
    globalNotFound: true,
    // The largest way in, a speaker's photo with its form; server/refuse.mjs holds each way to its own limit.
    serverActions: { bodySizeLimit: "6mb" },
  },
  serverExternalPackages: ["postgres", "graphile-worker", "pino", "nodemailer", "resend", "fflate", "sharp"],
};

export default withNextIntl(config);
