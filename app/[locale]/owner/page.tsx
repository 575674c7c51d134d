import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { PersonLine } from "@/components/roles/person-line";
import { RoleDone } from "@/components/roles/role-done";
import { Withdraw } from "@/components/roles/withdraw";
import { ButtonLink } from "@/components/ui/button";
import { Form, FormField } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { StateWord } from "@/components/ui/state-word";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOwner } from "@/lib/auth/actors";
import { realNow } from "@/lib/clock";
import { listConferences } from "@/lib/conferences/queries";
import { formatDayRange } from "@/lib/dates";
import { isLocale } from "@/lib/i18n/locales";
import { listStuckMails } from "@/lib/outbox/queries";
import { appointOwner, dismissOwner } from "@/lib/roles/actions";
import { listOwners } from "@/lib/roles/queries";
import { FactorReset } from "./_components/factor-reset";
import { StuckMails } from "./_components/stuck-mails";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("owner"))("title") };
}

export default async function OwnerPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const owner = await requireOwner();
  const now = realNow();
  const [conferences, owners, mails] = await Promise.all([
    listConferences(db),
    listOwners(db, owner),
    listStuckMails(db, owner, now),
  ]);
  const t = await getTranslations("owner");
  const roles = await getTranslations("desk.roles");
  return (
    <DeskPage
      title={t("title")}
      lead={t("lead")}
      aside={
        <>
          <ButtonLink look="secondary" href={`/${locale}/owner/audit`}>
            {t("audit.link")}
          </ButtonLink>
          <ButtonLink href={`/${locale}/owner/new`}>{t("make")}</ButtonLink>
        </>
      }
    >
      <RoleDone done={(await searchParams).done} />
      <div className="grid gap-12">
        <section>
          <h2 className="mb-2 text-[17px]">{t("conferences")}</h2>
          {conferences.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
          <ul className={conferences.length > 0 ? "border-b border-line" : undefined}>
            {conferences.toReversed().map((conference) => (
              <li
                key={conference.id}
                className="grid items-center gap-x-6 gap-y-1 border-t border-line py-4 wide:grid-cols-[minmax(0,1fr)_auto]"
              >
                <div>
                  <p className="text-[17px] font-semibold">{conference.name}</p>
                  <p className="flex flex-wrap gap-x-3 text-sm text-ink-2">
                    <span>{formatDayRange(conference.startsOn, conference.endsOn, locale)}</span>
                    <StateWord tone={conference.mode === "live" ? "ok" : "quiet"}>
                      {t(conference.mode)}
                    </StateWord>
                  </p>
                </div>
                <p className="flex flex-wrap gap-x-5">
                  <a
                    className="link inline-flex min-h-11 items-center"
                    href={`/${locale}/${conference.slug}/admin`}
                    aria-label={t("deskOf", { name: conference.name })}
                  >
                    {t("desk")}
                  </a>
                  <a
                    className="link inline-flex min-h-11 items-center"
                    href={`/${locale}/${conference.slug}`}
                    aria-label={t("siteOf", { name: conference.name })}
                  >
                    {t("site")}
                  </a>
                  <a
                    className="link inline-flex min-h-11 items-center"
                    href={`/${locale}/owner/next/${conference.slug}`}
                    aria-label={t("nextOf", { name: conference.name })}
                  >
                    {t("next")}
                  </a>
                </p>
              </li>
            ))}
          </ul>
        </section>
        <section className="grid items-start gap-8 wide:grid-cols-[minmax(0,1fr)_340px]">
          <div>
            <h2 className="mb-2 text-[17px]">{roles("owners")}</h2>
            <ul className="border-b border-line">
              {owners.map((each) => (
                <li
                  key={each.personId}
                  className="grid items-center gap-x-6 border-t border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
                >
                  <PersonLine person={each} you={each.personId === owner.personId} />
                  <Withdraw
                    action={dismissOwner.bind(null, each.personId)}
                    label={t("removeOwner")}
                    name={each.email}
                    hint={each.personId === owner.personId ? t("removeSelf") : roles("takeHint")}
                    button={t("removeOwnerNow", { email: each.email })}
                  />
                </li>
              ))}
            </ul>
            <StuckMails mails={mails} locale={locale} now={now} />
          </div>
          <div className="grid gap-6">
            <Panel title={t("addOwner")}>
              <Form action={appointOwner} className="grid gap-4">
                <FormField name="email" type="email" label={roles("email")} autoComplete="off" />
                <div>
                  <SubmitButton look="secondary">{t("addOwnerNow")}</SubmitButton>
                </div>
              </Form>
            </Panel>
            <FactorReset emailLabel={roles("email")} />
          </div>
        </section>
      </div>
    </DeskPage>
  );
}
