"use client";

import { useEffect } from "react";
import { inPlural, type PluralForms } from "@/lib/i18n/plural";
import { onSeatCounts } from "./counts";

type Props = {
  conference: string;
  locale: string;
  words: { seats: PluralForms; left: PluralForms; waiting: PluralForms; full: string };
};

/**
 * Writes into every card of the page how many seats are left: one request for all of them. The element around a
 * card says which session it is (data-id); the line of its seats has the class "seats".
 */
export function CardSeats({ conference, locale, words }: Props) {
  useEffect(
    () =>
      onSeatCounts(conference, (counts) => {
        for (const line of document.querySelectorAll<HTMLElement>("[data-id] .seats")) {
          const count = counts[line.closest<HTMLElement>("[data-id]")?.dataset.id ?? ""];
          if (!count) continue;
          const { seats, left, waiting } = count;
          const text =
            left > 0
              ? `${inPlural(words.seats, locale, seats)}, ${inPlural(words.left, locale, left)}`
              : [words.full, waiting > 0 && inPlural(words.waiting, locale, waiting)]
                  .filter(Boolean)
                  .join(" · ");
          // Only what changed: a written text is a layout.
          if (line.textContent !== text) line.textContent = text;
        }
      }),
    [conference, locale, words],
  );
  return null;
}
