import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({ requestConfig: "./lib/i18n/request.ts" });

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  // One build serves any database: nothing rendered may outlive the process on disk.
  cacheHandler: fileURLToPath(new URL("./server/cache-handler.mjs", import.meta.url)),
  experimental: {
    isrFlushToDisk: false,
    authInterrupts: true,
    globalNotFound: true,
    serverActions: { bodySizeLimit: "1mb" },
  },
  serverExternalPackages: ["postgres", "graphile-worker", "pino", "nodemailer", "resend", "fflate"],
};

export default withNextIntl(config);
