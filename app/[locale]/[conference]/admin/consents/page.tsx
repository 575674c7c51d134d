import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { DoneNotice } from "@/components/desk/done-notice";
import { RowActions } from "@/components/desk/row-actions";
import { Row, RowFacts, RowList } from "@/components/desk/rows";
import { ButtonLink } from "@/components/ui/button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { arrangeConsent } from "@/lib/consents/actions";
import { listConsents } from "@/lib/consents/queries";
import { localize } from "@/lib/i18n/text";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.consents"))("title") };
}

export default async function ConsentsPage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const consents = await listConsents(db, organiser);
  const t = await getTranslations("desk.consents");
  const here = `/${reader}/${slug}/admin/consents`;
  return (
    <DeskPage
      title={t("title")}
      lead={t("lead")}
      aside={<ButtonLink href={`${here}/new`}>{t("add")}</ButtonLink>}
    >
      <DoneNotice done={(await searchParams).done} />
      <RowList none={t("none")} count={consents.length}>
        {consents.map((consent) => {
          const wording = localize(consent.wording, reader, organiser.conference.locale);
          const name = wording.slice(0, 60);
          return (
            <Row
              key={consent.id}
              actions={
                <RowActions
                  action={arrangeConsent.bind(null, slug, consent.id)}
                  name={name}
                  row={consent}
                  rows={consents}
                  removable={consent.versions.every(({ given }) => given === 0)}
                />
              }
            >
              <div className="max-w-[72ch]">
                <p className="mb-1">{wording}</p>
                <RowFacts
                  facts={[
                    consent.archivedAt && t("archived"),
                    consent.required ? t("isRequired") : t("isOptional"),
                    t("version", { version: consent.version }),
                    t("given", { count: consent.given }),
                  ]}
                />
                <a
                  className="link inline-flex min-h-11 items-center text-sm wide:min-h-8"
                  href={`${here}/${consent.id}`}
                  aria-label={`${t("change")}: ${name}`}
                >
                  {t("change")}
                </a>
              </div>
            </Row>
          );
        })}
      </RowList>
    </DeskPage>
  );
}
