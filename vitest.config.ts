import path from "node:path";
import { defineConfig } from "vitest/config";

// A zone that nobody lives in by accident: code that forgets the conference's time zone shows.
process.env.TZ = "Asia/Kathmandu";

const shared = {
  resolve: {
    alias: {
      "@": import.meta.dirname,
      "server-only": path.join(import.meta.dirname, "tests/support/empty.ts"),
    },
  },
};

const environment = {
  TZ: "Asia/Kathmandu",
  AUTH_SECRET: "a secret of the tests, at least 32 characters",
  BASE_URL: "http://localhost:3000",
  LOG_LEVEL: "silent",
};

const server = { deps: { inline: ["next-auth"] } };

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: { name: "unit", include: ["tests/unit/**/*.test.ts"], env: environment, server },
      },
      {
        ...shared,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          env: environment,
          server,
          globalSetup: "tests/integration/support/server.ts",
          setupFiles: "tests/integration/support/database.ts",
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
