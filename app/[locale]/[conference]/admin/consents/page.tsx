import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { DoneNotice } from "@/components/desk/done-notice";
import { RowActions } from "@/components/desk/row-actions";
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
  const active = consents.filter(({ archivedAt }) => !archivedAt);
  return (
    <DeskPage
      title={t("title")}
      lead={t("lead")}
      aside={<ButtonLink href={`${here}/new`}>{t("add")}</ButtonLink>}
    >
      <DoneNotice done={(await searchParams).done} />
      {consents.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul className={consents.length > 0 ? "border-b border-line" : undefined}>
        {consents.map((consent) => {
          const wording = localize(consent.wording, reader, organiser.conference.locale);
          return (
            <li
              key={consent.id}
              className="grid items-center gap-x-6 gap-y-2 border-t border-line py-4 wide:grid-cols-[minmax(0,1fr)_auto]"
            >
              <div className="max-w-[72ch]">
                <p>{wording}</p>
                <p className="mt-1 text-sm text-ink-2">
                  {[
                    consent.archivedAt ? t("archived") : null,
                    consent.required ? t("isRequired") : t("isOptional"),
                    t("version", { version: consent.version }),
                    t("given", { count: consent.given }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
                <a
                  className="link inline-flex min-h-11 items-center text-sm wide:min-h-8"
                  href={`${here}/${consent.id}`}
                  aria-label={`${t("change")}: ${wording.slice(0, 60)}`}
                >
                  {t("change")}
                </a>
              </div>
              <RowActions
                action={arrangeConsent.bind(null, slug, consent.id)}
                name={wording.slice(0, 60)}
                archived={consent.archivedAt !== null}
                first={consent.id === active[0]?.id}
                last={consent.id === active.at(-1)?.id}
                removable={consent.versions.every(({ given }) => given === 0)}
              />
            </li>
          );
        })}
      </ul>
    </DeskPage>
  );
}
