import { useTranslations } from "next-intl";
import type { HeldRow } from "@/lib/personal-data/queries";
import { Part } from "./facts";
import { momentOf, type Shown, textOf } from "./values";

const SHOWN = 20;

/** The newest entries of the audit log by and about the person, and the texts they wrote. */
export function LogData({ rows, texts, ...shown }: { rows: HeldRow[]; texts: HeldRow[] } & Shown) {
  const t = useTranslations("myData");
  const words = useTranslations("desk.audit.actions");
  const inWords = (action: string) => {
    const key = action as Parameters<typeof words>[0];
    return words.has(key) ? words(key) : action;
  };
  return (
    <Part title={t("log")} lead={t("logLead")}>
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <li
            key={textOf(row, "id")}
            className="flex flex-wrap items-baseline gap-x-4 border-b border-line py-2 text-[15px]"
          >
            <span className="font-semibold">{inWords(textOf(row, "action"))}</span>
            <span className="text-ink-2">{row.actor_number === null ? t("byOthers") : t("byYou")}</span>
            <span className="text-[13px] text-ink-3 tabular-nums sm:ml-auto">
              {momentOf(row, "at", shown)}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN ? (
        <p className="mt-3 text-[15px] text-ink-2">{t("more", { count: rows.length - SHOWN })}</p>
      ) : null}
      {texts.length > 0 ? (
        <>
          <h3 className="mt-6 mb-2 text-base">{t("texts")}</h3>
          <ul className="grid gap-1 text-[15px]">
            {texts.slice(0, SHOWN).map((row) => (
              <li key={`${textOf(row, "page")} ${textOf(row, "language")} ${textOf(row, "version")}`}>
                {textOf(row, "title")} <span className="text-ink-3">({textOf(row, "language")})</span>
              </li>
            ))}
          </ul>
          {texts.length > SHOWN ? (
            <p className="mt-3 text-[15px] text-ink-2">{t("more", { count: texts.length - SHOWN })}</p>
          ) : null}
        </>
      ) : null}
    </Part>
  );
}
