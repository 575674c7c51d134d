import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { CONFERENCE, PUBLIC_PAGES } from "@/tests/e2e/public-pages";

test("the smoke story walks each page under (public) that has an address of its own", () => {
  const folder = "app/[locale]/[conference]/(public)";
  const addresses = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file) && !file.includes("["))
    .map((file) => `/en/${CONFERENCE}/${file.replace(/\/?page\.tsx$/, "")}`.replace(/\/$/, ""));
  expect(addresses.filter((address) => !PUBLIC_PAGES.includes(address))).toEqual([]);
});
