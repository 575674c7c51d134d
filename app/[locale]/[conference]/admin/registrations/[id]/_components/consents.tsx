import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/lib/dates";
import type { Dossier } from "@/lib/dossiers/queries";
import type { Speech } from "@/lib/dossiers/rules";

type Props = { consents: Dossier["consents"]; label: Speech["label"]; timeZone: string };

/** What someone agreed to, in which wording and when. */
export function Consents({ consents, label, timeZone }: Props) {
  const t = useTranslations("desk.dossier");
  const locale = useLocale();
  const moment = (at: Date) => formatInstant(at, "moment", locale, timeZone);
  if (consents.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-xl">{t("consents")}</h2>
      <ul className="border-t border-line">
        {consents.map(({ versionId, wording, version, givenAt, withdrawnAt }) => (
          <li key={versionId} className="border-b border-line py-2.5 text-[15px]">
            <p className="[overflow-wrap:anywhere]">{label(wording)}</p>
            <p className="text-sm text-ink-2">
              {t("given", { version, moment: moment(givenAt) })}
              {withdrawnAt ? ` ${t("withdrawn", { moment: moment(withdrawnAt) })}` : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
