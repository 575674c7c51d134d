import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import type { Conference } from "@/lib/conferences/queries";
import { countryName } from "@/lib/i18n/countries";
import type { Locale } from "@/lib/i18n/locales";
import { localize } from "@/lib/i18n/text";
import type { Mine } from "@/lib/registrations/queries";

type Props = {
  conference: Conference & { reader: Locale };
  mine: Mine;
  email: string;
  /** Where it can be changed; undefined when it no longer can. */
  change?: string;
};

/** What the person told the organiser, as they told it. */
export async function Details({ conference: { reader, locale }, mine, email, change }: Props) {
  const t = await getTranslations("myRegistration.details");
  const said = ({ kind, value, options }: Mine["answers"][number]): string => {
    if (typeof value === "boolean") return value ? t("yes") : t("no");
    if (typeof value === "number") return new Intl.NumberFormat(reader).format(value);
    const label = (one: string) => {
      const option = options.find((each) => each.value === one);
      return option ? localize(option.label, reader, locale) : one;
    };
    if (Array.isArray(value)) return value.map(label).join(", ");
    if (kind === "country") return countryName(value, reader);
    return kind === "one-of" ? label(value) : value;
  };
  return (
    <section className="border-t border-line pt-7">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl">{t("title")}</h2>
        {change ? (
          <ButtonLink look="secondary" size="small" href={change}>
            {t("change")}
          </ButtonLink>
        ) : null}
      </div>
      <dl className="mt-4 grid gap-x-6 sm:grid-cols-[220px_1fr] sm:gap-y-3">
        <Row term={t("type")}>{localize(mine.typeName, reader, locale)}</Row>
        <Row term={t("name")}>{`${mine.givenName} ${mine.familyName}`}</Row>
        <Row term={t("organisation")}>{mine.organisation || "–"}</Row>
        <Row term={t("jobTitle")}>{mine.jobTitle || "–"}</Row>
        <Row term={t("country")}>{countryName(mine.country, reader)}</Row>
        <Row term={t("mail")}>{email}</Row>
        {mine.answers.map((answer) => (
          <Row key={answer.id} term={localize(answer.label, reader, locale)}>
            {said(answer)}
          </Row>
        ))}
      </dl>
    </section>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-[15px] text-ink-2 max-sm:mt-3.5">{term}</dt>
      <dd className="whitespace-pre-line break-words">{children}</dd>
    </>
  );
}
