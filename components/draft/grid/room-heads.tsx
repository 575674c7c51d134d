"use client";

import { useTranslations } from "next-intl";
import type { GridRoom } from "./types";

/** The names of the rooms above their columns, in sight however far the day is scrolled. */
export function RoomHeads({ columns, rooms }: { columns: (string | null)[]; rooms: GridRoom[] }) {
  const t = useTranslations("desk.programme.grid");
  return (
    <div
      className="sticky top-0 z-20 grid border-b border-line bg-paper"
      style={{ gridTemplateColumns: `56px repeat(${columns.length}, minmax(0, 1fr))` }}
    >
      <span className="sticky left-0 z-10 bg-paper" />
      {columns.map((column) => {
        const room = rooms.find(({ id }) => id === column);
        return (
          <p
            key={column ?? ""}
            className="px-1.5 py-2 text-[13px] font-semibold text-ink-2 [overflow-wrap:anywhere]"
          >
            {room?.name ?? t("noRoom")}
            {room?.seats ? (
              <span className="font-normal text-ink-3"> · {t("seats", { count: room.seats })}</span>
            ) : null}
          </p>
        );
      })}
    </div>
  );
}
