import { useTranslations } from "next-intl";
import type { HeldRow } from "@/lib/personal-data/queries";
import { Part } from "./facts";
import { momentOf, type Shown, textOf } from "./values";

/** Seats and waits in sessions, also those that ended. */
export function SeatData({ rows, ...shown }: { rows: HeldRow[] } & Shown) {
  const t = useTranslations("myData");
  if (rows.length === 0) return null;
  return (
    <Part title={t("seats")}>
      <ul className="grid gap-3 text-[15px]">
        {rows.map((row) => (
          <li key={textOf(row, "id")}>
            <p>{[textOf(row, "session"), textOf(row, "conference")].filter(Boolean).join(", ")}</p>
            <p className="text-[13px] text-ink-3">
              {t("seat", { state: textOf(row, "state"), moment: momentOf(row, "asked_at", shown) })}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
