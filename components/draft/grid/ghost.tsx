"use client";

import type { CSSProperties } from "react";
import type { Clash } from "@/lib/clashes/rules";
import { formatInstant } from "@/lib/dates";
import { ClashList } from "../clash-list";
import type { GridFacts, Target } from "./types";

/** Where a session would stand if it were let go now, and what would be in its way. */
export function Ghost({
  target,
  clashes,
  facts,
  style,
}: {
  target: Target;
  clashes: Clash[];
  facts: GridFacts;
  style: CSSProperties;
}) {
  const time = (at: Date) => formatInstant(at, "time", facts.reader, facts.timeZone);
  return (
    <li
      aria-hidden="true"
      data-ghost
      style={style}
      className={`pointer-events-none absolute z-20 rounded-md border-2 border-dashed ${clashes.length > 0 ? "border-bad bg-bad-wash/80" : "border-action bg-action-wash/80"}`}
    >
      <p className="px-1.5 py-0.5 text-xs font-semibold tabular-nums">
        {time(target.startsAt)}–{time(target.endsAt)}
        <span className="block truncate font-normal">
          {facts.rooms.find(({ id }) => id === target.roomId)?.name}
        </span>
      </p>
      {clashes.length > 0 ? (
        <div className="absolute top-full left-0 mt-1 w-64 rounded-md border border-bad bg-surface p-2">
          <ClashList clashes={clashes} names={facts.names} />
        </div>
      ) : null}
    </li>
  );
}
