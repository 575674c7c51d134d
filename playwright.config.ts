import { defineConfig } from "@playwright/test";

// A zone that nobody lives in by accident: a page that shows the reader's time instead of the conference's fails.
process.env.TZ = "Asia/Kathmandu";

/**
 * Stories run on one of two screens: on the phone, unless their title has @desktop; those with @both run on each.
 */
export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./tests/e2e/support/setup.ts",
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  globalTimeout: 15 * 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: "chromium",
    timezoneId: "Asia/Kathmandu",
    locale: "en-GB",
    trace: "off",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "phone", grepInvert: /@desktop/, use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
    { name: "desktop", grep: /@desktop|@both/, use: { viewport: { width: 1280, height: 800 } } },
  ],
});
