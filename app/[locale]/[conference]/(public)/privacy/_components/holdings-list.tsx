import { useLocale, useTranslations } from "next-intl";
import { type Holding, holdingKeys, personalData } from "@/lib/personal-data/rules";
import { ACCOUNT_MONTHS, MAIL_DAYS } from "@/lib/retention/rules";

/** The table of lib/personal-data in words: the very one by which data are handed out, erased and forgotten. */
export function HoldingsList() {
  const t = useTranslations("privacy");
  const words = useTranslations("personalData");
  const together = new Intl.ListFormat(useLocale(), { type: "conjunction" });
  const numbers = { months: ACCOUNT_MONTHS, days: MAIL_DAYS };
  return (
    <section className="mt-12">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-b-2 border-ink pb-4">
        <h2 className="text-[clamp(1.5rem,4vw,1.9rem)]">{t("table")}</h2>
        <p className="text-ink-2">{t("tableLead", { count: holdingKeys.length })}</p>
      </div>
      <ul>
        {holdingKeys.map((key) => {
          const { readers, kept, ground }: Holding = personalData[key];
          const facts = [
            [words("who"), together.format(readers.map((reader) => words(`readers.${reader}`)))],
            [words("howLong"), words(`kept.${kept}`, numbers)],
            [words("why"), words(`grounds.${ground}`)],
          ];
          return (
            <li
              key={key}
              className="grid gap-x-10 gap-y-4 border-b border-line py-6 wide:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]"
            >
              <div>
                <h3 className="text-lg">{words(`items.${key}.name`)}</h3>
                <p className="mt-1.5 max-w-[52ch] text-[15px] text-ink-2">{words(`items.${key}.purpose`)}</p>
              </div>
              <dl className="grid gap-x-8 gap-y-3 text-[15px] sm:grid-cols-3">
                {facts.map(([term, value]) => (
                  <div key={term}>
                    <dt className="text-[13px] text-ink-3">{term}</dt>
                    <dd className="first-letter:uppercase">{value}</dd>
                  </div>
                ))}
              </dl>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
