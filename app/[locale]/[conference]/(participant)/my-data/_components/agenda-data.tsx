import { useTranslations } from "next-intl";
import type { HeldRow } from "@/lib/personal-data/queries";
import { Part } from "./facts";
import { momentOf, type Shown, textOf } from "./values";

/** Sessions with a star, and private calendar addresses. */
export function AgendaData({ stars, feeds, ...shown }: { stars: HeldRow[]; feeds: HeldRow[] } & Shown) {
  const t = useTranslations("myData");
  if (stars.length + feeds.length === 0) return null;
  return (
    <Part title={t("agenda")}>
      <ul className="grid gap-2 text-[15px]">
        {stars.map((row) => (
          <li key={textOf(row, "session_id")}>
            {textOf(row, "session")} <span className="text-ink-3">· {textOf(row, "conference")}</span>
          </li>
        ))}
        {feeds.map((row) => (
          <li key={textOf(row, "conference_id")}>
            {t("feed", {
              conference: textOf(row, "conference"),
              moment: momentOf(row, "created_at", shown) ?? "",
            })}
          </li>
        ))}
      </ul>
    </Part>
  );
}
