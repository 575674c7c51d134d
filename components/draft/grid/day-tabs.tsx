"use client";

import { useTranslations } from "next-intl";
import type { GridDay } from "./types";

type Props = {
  days: GridDay[];
  day: string;
  /** The day over which a session is held: it opens in a moment, and takes the session when it is let go. */
  over: string | undefined;
  /** Where the session would stand then. */
  where: string | undefined;
};

/** One day at a time; which one stands in the address. In sight as long as the grid is. */
export function DayTabs({ days, day, over, where }: Props) {
  const t = useTranslations("desk.programme.grid");
  return (
    <nav
      aria-label={t("days")}
      className="mb-3 flex flex-wrap items-center gap-2 bg-paper py-2 wide:sticky wide:top-0 wide:z-30"
    >
      {days.map(({ date, label, href }) => (
        <a
          key={date}
          href={href}
          data-day={date}
          data-over={over === date || undefined}
          draggable={false}
          aria-current={date === day ? "page" : undefined}
          className="inline-flex min-h-11 items-center rounded-lg border border-line-strong/60 bg-surface px-3.5 text-sm text-ink-2 no-underline hover:border-ink aria-[current]:border-action aria-[current]:bg-action-wash aria-[current]:font-semibold aria-[current]:text-action data-over:outline-3 data-over:outline-offset-1 data-over:outline-action wide:min-h-10"
        >
          {label}
        </a>
      ))}
      {where ? <p className="text-sm font-semibold tabular-nums">{where}</p> : null}
    </nav>
  );
}
