import { useTranslations } from "next-intl";
import type { HeldRow } from "@/lib/personal-data/queries";
import { Part } from "./facts";
import { momentOf, type Shown, textOf } from "./values";

export function SessionData({ rows, ...shown }: { rows: HeldRow[] } & Shown) {
  const t = useTranslations("myData");
  const unknown = useTranslations("account.sessions")("unknown");
  return (
    <Part title={t("sessions")}>
      <ul className="grid gap-3 text-[15px]">
        {rows.map((row) => (
          <li key={`${textOf(row, "created_at")} ${textOf(row, "browser")}`}>
            <p>{[textOf(row, "browser") || unknown, textOf(row, "network")].filter(Boolean).join(", ")}</p>
            <p className="text-[13px] text-ink-3">
              {t("lastSeen", { moment: momentOf(row, "last_seen_at", shown) })}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
