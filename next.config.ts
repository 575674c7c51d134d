import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({ requestConfig: "./lib/i18n/request.ts" });

const config: NextConfig = {
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
    { source: "/sitemap.xml", destination: "/api/sitemap/sitemap.xml" },
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
