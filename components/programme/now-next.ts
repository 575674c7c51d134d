import { inPlural, type PluralForms } from "@/lib/i18n/plural";
import type { Item } from "./programme-items";

export type NowNextWords = { now: string; next: string; more: PluralForms };

// What begins later than this is no "next" of somebody who stands in the corridor.
const SOON = 12 * 60;
const SHOWN = 4;

/** What runs at a minute, and what begins together as the next. Cancelled sessions are neither. */
function nowAndNext(items: Item[], minute: number): { now: Item[]; next: Item[] } {
  const taking = items.filter(({ element }) => !element.querySelector(".cancelled"));
  const now = taking.filter(({ from, until }) => from <= minute && minute < until);
  const begin = Math.min(...taking.filter(({ from }) => from > minute).map(({ from }) => from));
  return { now, next: begin - minute <= SOON ? taking.filter(({ from }) => from === begin) : [] };
}

function entry({ element }: Item): HTMLElement {
  const line = document.createElement("li");
  const time = document.createElement("time");
  time.textContent = element.closest(".time")?.querySelector("h3")?.textContent ?? "";
  const link = element.querySelector("a");
  const title = document.createElement(link ? "a" : "strong");
  title.textContent = element.querySelector("h4")?.textContent ?? "";
  if (link && title instanceof HTMLAnchorElement) title.href = link.href;
  const facts = document.createElement("p");
  facts.textContent = element.querySelector("h4 + p")?.textContent ?? "";
  line.append(time, title, facts);
  return line;
}

function group(title: string, items: Item[], locale: string, words: NowNextWords): HTMLElement {
  const part = document.createElement("div");
  const heading = document.createElement("h2");
  heading.textContent = title;
  const list = document.createElement("ul");
  list.append(...items.slice(0, SHOWN).map(entry));
  part.append(heading, list);
  if (items.length > SHOWN) {
    const rest = document.createElement("p");
    rest.textContent = inPlural(words.more, locale, items.length - SHOWN);
    part.append(rest);
  }
  return part;
}

/** Fills the strip for a minute, and hides it when there is nothing to say. Answers what is shown, to compare. */
export function fillNowNext(
  strip: HTMLElement,
  items: Item[],
  minute: number,
  locale: string,
  words: NowNextWords,
  before: string,
): string {
  const { now, next } = nowAndNext(items, minute);
  const shown = [now, next].map((part) => part.map(({ id }) => id).join()).join("|");
  if (shown === before) return shown;
  const parts = [
    now.length > 0 ? group(words.now, now, locale, words) : null,
    next.length > 0 ? group(words.next, next, locale, words) : null,
  ].filter((part) => part !== null);
  strip.replaceChildren(...parts);
  strip.hidden = parts.length === 0;
  return shown;
}
