"use client";

import { useTranslations } from "next-intl";
import type { GridRoom } from "./types";

/** The names of the rooms above their columns. */
export function RoomHeads({ columns, rooms }: { columns: (string | null)[]; rooms: GridRoom[] }) {
  const t = useTranslations("desk.programme.grid");
  return (
    <div
      className="ml-14 grid border-b border-line"
      style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` }}
    >
      {columns.map((column) => {
        const room = rooms.find(({ id }) => id === column);
        return (
          <p key={column ?? ""} className="px-1.5 pb-2 text-[13px] font-semibold text-ink-2">
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
