"use client";

import { useEffect } from "react";
import { inPlural, type PluralForms } from "@/lib/i18n/plural";
import { fillNowNext, type NowNextWords } from "./now-next";
import { prepareDays } from "./prepare-days";
import { itemsOf } from "./programme-items";
import { startFilters } from "./start-filters";

type Props = {
  locale: string;
  openingDay: string;
  /** Where the search index is. */
  index: string;
  /** The conference's clock, in milliseconds, if it stands still; else it is the time. */
  stoppedAt: number | null;
  words: NowNextWords & { shown: PluralForms; elsewhere: PluralForms; none: string };
};

const TICK = 20_000;
// By then stars and seats stand on the cards.
const PREPARE = 3000;

/**
 * Brings to life what the server has written as text: days, filters, search, now and next, printing. It renders
 * nothing itself, so a change costs what it changes, however many sessions there are.
 */
export function LiveProgramme({ locale, openingDay, index, stoppedAt, words }: Props) {
  useEffect(() => {
    const root = document.getElementById("programme");
    const controls = document.getElementById("programme-controls");
    const strip = document.getElementById("now-next");
    if (!root || !controls || !strip) return;
    const items = itemsOf(root);
    const say = (here: number, elsewhere: number) =>
      [
        here === 0 ? words.none : inPlural(words.shown, locale, here),
        elsewhere > 0 ? inPlural(words.elsewhere, locale, elsewhere) : "",
      ]
        .filter(Boolean)
        .join(" ");
    const stop = startFilters({ root, controls, items, openingDay, index, say });

    let filled = "";
    const tick = () => {
      if (document.visibilityState === "hidden") return;
      const minute = (stoppedAt ?? Date.now()) / 60_000;
      filled = fillNowNext(strip, items, minute, locale, words, filled);
    };
    tick();
    const timer = setInterval(tick, TICK);
    document.addEventListener("visibilitychange", tick);

    let stopPreparing = () => {};
    const preparing = setTimeout(() => {
      stopPreparing = prepareDays(root);
    }, PREPARE);

    const print = (event: MouseEvent) => {
      const button = event.target instanceof Element ? event.target.closest("[data-print]") : null;
      if (!(button instanceof HTMLElement)) return;
      root.toggleAttribute("data-all", button.dataset.print === "all");
      window.print();
      root.removeAttribute("data-all");
    };
    document.addEventListener("click", print);
    return () => {
      stop();
      clearInterval(timer);
      clearTimeout(preparing);
      stopPreparing();
      document.removeEventListener("visibilitychange", tick);
      document.removeEventListener("click", print);
    };
  }, [locale, openingDay, index, stoppedAt, words]);
  return null;
}
