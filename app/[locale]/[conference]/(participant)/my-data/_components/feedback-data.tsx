import { useTranslations } from "next-intl";
import type { HeldRow } from "@/lib/personal-data/queries";
import { Part } from "./facts";
import { momentOf, type Shown, textOf } from "./values";

/** What the person said of sessions. */
export function FeedbackData({ rows, ...shown }: { rows: HeldRow[] } & Shown) {
  const t = useTranslations("feedback");
  const title = useTranslations("myData")("feedback");
  if (rows.length === 0) return null;
  return (
    <Part title={title}>
      <ul className="grid gap-3 text-[15px]">
        {rows.map((row) => (
          <li key={`${textOf(row, "session_id")} ${textOf(row, "registration_id")}`}>
            {textOf(row, "session")}{" "}
            <span className="text-ink-3">
              · {textOf(row, "conference")} · {momentOf(row, "given_at", shown)}
            </span>
            <p>
              {t(`ratings.${row.rating}` as "ratings.5")}
              {row.text ? <span className="block whitespace-pre-wrap">{textOf(row, "text")}</span> : null}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
