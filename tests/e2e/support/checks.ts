import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { type APIRequestContext, expect, type Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails when the page, as it stands now, breaks WCAG 2.2 AA in a way that a machine can see. */
export async function axe(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const lines = violations.flatMap(({ id, help, helpUrl, nodes }) => [
    `${id}: ${help} (${helpUrl})`,
    ...nodes.map(
      ({ target, failureSummary }) =>
        `    ${target.join(" ")}\n      ${failureSummary?.replace(/\n\s*/g, " ")}`,
    ),
  ]);
  expect(lines.join("\n"), `axe on ${new URL(page.url()).pathname}`).toBe("");
}

/** Fails when the page scrolls sideways in a window of this width, and names what sticks out. */
export async function fitsWidth(page: Page, width: number) {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: before?.height ?? 800 });
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const out = [...document.querySelectorAll("body *")].filter(
      (one) => one.getBoundingClientRect().right > room + 0.5,
    );
    return [
      `${document.documentElement.scrollWidth} px`,
      ...out.slice(0, 8).map((one) => (one.cloneNode() as Element).outerHTML),
    ];
  });
  expect(wide, `${new URL(page.url()).pathname} scrolls sideways at ${width} px`).toEqual([]);
  if (before) await page.setViewportSize(before);
}

/** Opens each of these pages; each must be there, have one heading of its own, pass axe and fit a small phone. */
export async function usableByEveryone(page: Page, addresses: string[]) {
  for (const address of addresses) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await axe(page);
    await fitsWidth(page, 320);
  }
}

/** The scripts that the HTML of an address makes a modern browser load, in bytes after gzip. */
export async function javaScriptWeight(request: APIRequestContext, address: string): Promise<number> {
  const page = await request.get(address);
  expect(page.status(), address).toBe(200);
  const tags = (await page.text()).match(/<(script|link)\b[^>]*>/g) ?? [];
  const loaded = tags.flatMap((tag) => {
    const script = tag.startsWith("<script") && !/\snomodule\b/i.test(tag);
    const preload = /\srel="modulepreload"|\sas="script"/.test(tag);
    const source = tag.match(/\s(?:src|href)="([^"]+)"/)?.[1]?.replaceAll("&amp;", "&");
    return source && (script || preload) ? [new URL(source, page.url()).href] : [];
  });
  let bytes = 0;
  for (const source of new Set(loaded)) {
    const answer = await request.get(source);
    expect(answer.status(), source).toBe(200);
    bytes += gzipSync(await answer.body()).length;
  }
  return bytes;
}
