import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PortalFrame } from "@/components/people/portal-frame";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PageShell } from "@/components/ui/page-shell";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { isNear } from "@/lib/auth/network";
import { formatInstant } from "@/lib/dates";
import { isLocale } from "@/lib/i18n/locales";
import { listMails, signInLink } from "@/lib/mail/mailbox";
import { mailboxIsOpen } from "@/lib/mail/transport";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("mailbox"))("title");
  return { title, robots: { index: false }, referrer: "same-origin" };
}

export default async function MailboxPage({ params, searchParams }: PageProps<"/[locale]/mailbox">) {
  const { locale } = await params;
  if (!isLocale(locale) || !mailboxIsOpen(await isNear())) notFound();
  const wanted = (await searchParams).to;
  const to = typeof wanted === "string" ? wanted.trim() : "";
  const [t, mails] = await Promise.all([getTranslations("mailbox"), listMails(db, to)]);
  return (
    <PortalFrame locale={locale} path={`/mailbox${to ? `?to=${encodeURIComponent(to)}` : ""}`}>
      <PageShell title={t("title")} lead={t("lead")}>
        <form action={`/${locale}/mailbox`} className="mb-6 flex max-w-xl flex-wrap items-end gap-3">
          <div className="min-w-[12rem] flex-1">
            <Field name="to" label={t("search")} type="search" defaultValue={to} autoComplete="off" />
          </div>
          <SubmitButton look="secondary">{t("find")}</SubmitButton>
          {to ? (
            <ButtonLink look="quiet" href={`/${locale}/mailbox`}>
              {t("all")}
            </ButtonLink>
          ) : null}
        </form>
        {mails.length === 0 ? (
          <p className="text-ink-2">{to ? t("none", { to }) : t("empty")}</p>
        ) : (
          <>
            <p className="mb-2 text-sm text-ink-2">{t("newest", { count: mails.length })}</p>
            <ul className="border-t border-line">
              {mails.map((mail) => (
                <Row key={mail.id} mail={mail} locale={locale} label={t("signIn")} />
              ))}
            </ul>
          </>
        )}
      </PageShell>
    </PortalFrame>
  );
}

type Mail = Awaited<ReturnType<typeof listMails>>[number];

function Row({ mail, locale, label }: { mail: Mail; locale: string; label: string }) {
  const link = signInLink(mail);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3">
      <div className="min-w-0">
        <a
          href={`/${locale}/mailbox/${mail.id}`}
          className="link inline-flex min-h-11 items-center font-semibold wide:min-h-8"
        >
          {mail.subject}
        </a>
        <p className="text-sm break-words text-ink-2">
          {mail.to} <span aria-hidden="true">·</span>{" "}
          <time dateTime={mail.at.toISOString()} className="inline-block tabular-nums">
            {formatInstant(mail.at, "moment", locale, "UTC")} UTC
          </time>
        </p>
      </div>
      {link ? (
        <ButtonLink look="secondary" size="small" href={link}>
          {label}
        </ButtonLink>
      ) : null}
    </li>
  );
}
