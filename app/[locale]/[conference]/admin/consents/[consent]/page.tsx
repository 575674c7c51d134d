import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConsentForm } from "@/components/consents/consent-form";
import { DeskPage } from "@/components/desk/desk-page";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { saveConsent } from "@/lib/consents/actions";
import { listConsents } from "@/lib/consents/queries";
import { formatInstant } from "@/lib/dates";
import { localize } from "@/lib/i18n/text";

type Props = { params: Promise<{ locale: string; conference: string; consent: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.consents"))("change") };
}

export default async function ConsentPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { locale, timeZone } = organiser.conference;
  const id = (await params).consent;
  const consent = (await listConsents(db, organiser)).find((each) => each.id === id);
  if (!consent) notFound();
  const t = await getTranslations("desk.consents");
  const back = `/${reader}/${slug}/admin/consents`;
  return (
    <DeskPage title={t("change")} lead={t("changeLead")} back={{ href: back, label: t("title") }}>
      <ConsentForm action={saveConsent.bind(null, slug, id)} main={locale} consent={consent} back={back} />
      <section className="mt-12 max-w-[72ch]">
        <h2 className="mb-2 text-[17px]">{t("versions")}</h2>
        <ol className="border-b border-line">
          {consent.versions.map(({ version, wording, createdAt, given }) => (
            <li key={version} className="border-t border-line py-4">
              <p className="text-sm font-semibold text-ink-2">
                {[
                  t("version", { version }),
                  formatInstant(createdAt, "date", reader, timeZone),
                  t("given", { count: given }),
                ].join(" · ")}
              </p>
              <p className="mt-1">{localize(wording, reader, locale)}</p>
            </li>
          ))}
        </ol>
      </section>
    </DeskPage>
  );
}
