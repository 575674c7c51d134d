import { getLocale, getTranslations } from "next-intl/server";
import { PlainPage } from "@/components/ui/plain-page";
import { db } from "@/db/client";
import { listConferences } from "@/lib/conferences/queries";
import { shownConferences } from "@/lib/conferences/rules";

/** No conference at this address: names those that there are. */
export default async function NoConference() {
  const locale = await getLocale();
  const t = await getTranslations("missing.conference");
  const conferences = shownConferences(await listConferences(db));
  return (
    <PlainPage title={t("title")} text={conferences.length > 0 ? t("text") : t("none")}>
      {/* The conference that was asked for would have given the title; there is none. */}
      <title>{t("title")}</title>
      <ul>
        {conferences.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/${locale}/${slug}`} className="link inline-flex min-h-11 items-center text-lg">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </PlainPage>
  );
}
