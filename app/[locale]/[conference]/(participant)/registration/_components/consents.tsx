import { getTranslations } from "next-intl/server";
import { Press } from "@/components/registrations/press";
import { db } from "@/db/client";
import type { Conference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { chooseConsentAction } from "@/lib/given-consents/actions";
import { listOwnConsents } from "@/lib/given-consents/queries";
import type { Locale } from "@/lib/i18n/locales";
import { localize, localizedIn } from "@/lib/i18n/text";

type Props = { conference: Conference & { reader: Locale }; registrationId: string };

/** What was agreed to, in the words that were agreed to; what is optional can be given and withdrawn here. */
export async function Consents({ conference, registrationId }: Props) {
  const t = await getTranslations("myRegistration.consents");
  const { reader, slug, locale, timeZone } = conference;
  const list = await listOwnConsents(db, conference.id, registrationId);
  const moment = (at: Date) => formatInstant(at, "moment", reader, timeZone);
  return (
    <section className="border-t border-line pt-7">
      <h2 className="text-xl">{t("title")}</h2>
      {list.length === 0 ? <p className="mt-3 text-ink-2">{t("none")}</p> : null}
      <ul className="mt-3 divide-y divide-line">
        {list.map(({ id, versionId, version, wording, required, givenAt, withdrawnAt, isNewest }) => {
          const given = givenAt !== null && withdrawnAt === null;
          const words = localize(wording, reader, locale);
          return (
            <li key={id} className="grid gap-2 py-4">
              <p lang={localizedIn(wording, reader, locale)}>{words}</p>
              <p className="text-sm text-ink-2">
                {givenAt ? t("version", { version, moment: moment(givenAt) }) : t("notGiven")}
                {withdrawnAt ? ` · ${t("withdrawn", { moment: moment(withdrawnAt) })}` : ""}
                {given && !isNewest ? ` · ${t("newer")}` : ""}
                {required ? ` · ${t("needed")}` : ""}
              </p>
              {required && given ? null : (
                <Press
                  look="secondary"
                  size="small"
                  action={chooseConsentAction.bind(null, slug, reader, versionId, !given)}
                  label={`${given ? t("withdraw") : t("give")}: ${words}`}
                >
                  {given ? t("withdraw") : t("give")}
                </Press>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
