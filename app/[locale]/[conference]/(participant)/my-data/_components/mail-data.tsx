import { useTranslations } from "next-intl";
import type { HeldRow } from "@/lib/personal-data/queries";
import { Part } from "./facts";
import { momentOf, type Shown, textOf } from "./values";

const SHOWN = 20;

/** The newest mails; each opens to its text. */
export function MailData({ rows, ...shown }: { rows: HeldRow[] } & Shown) {
  const t = useTranslations("myData");
  return (
    <Part title={t("mails")}>
      {rows.length === 0 ? <p className="text-ink-2">{t("noMails")}</p> : null}
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={textOf(row, "id")} className="border-b border-line">
            <details>
              <summary className="flex min-h-11 cursor-pointer flex-wrap items-baseline gap-x-4 py-2.5 text-[15px]">
                <span className="font-semibold">{textOf(row, "subject")}</span>
                <span className="text-[13px] text-ink-3">{momentOf(row, "created_at", shown)}</span>
              </summary>
              <p
                lang={textOf(row, "locale")}
                className="pb-4 text-[15px] break-words whitespace-pre-line text-ink-2"
              >
                {textOf(row, "text")}
              </p>
            </details>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN ? (
        <p className="mt-3 text-[15px] text-ink-2">{t("more", { count: rows.length - SHOWN })}</p>
      ) : null}
    </Part>
  );
}
