import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PortalFrame } from "@/components/people/portal-frame";
import { ButtonLink } from "@/components/ui/button";
import { db } from "@/db/client";
import { isNear } from "@/lib/auth/network";
import { formatInstant } from "@/lib/dates";
import { isLocale } from "@/lib/i18n/locales";
import { findMail, signInLink } from "@/lib/mail/mailbox";
import { mailboxIsOpen } from "@/lib/mail/transport";

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: PageProps<"/[locale]/mailbox/[mail]">): Promise<Metadata> {
  const mail = mailboxIsOpen(await isNear()) ? await findMail(db, (await params).mail) : undefined;
  const title = mail?.subject ?? (await getTranslations("mailbox"))("title");
  return { title, robots: { index: false }, referrer: "same-origin" };
}

export default async function MailPage({ params }: PageProps<"/[locale]/mailbox/[mail]">) {
  const { locale, mail: id } = await params;
  if (!isLocale(locale) || !mailboxIsOpen(await isNear())) notFound();
  const mail = await findMail(db, id);
  if (!mail) notFound();
  const t = await getTranslations("mailbox");
  const link = signInLink(mail);
  return (
    <PortalFrame locale={locale} path={`/mailbox/${id}`}>
      <div className="wrap pt-8 pb-20">
        <a href={`/${locale}/mailbox`} className="link inline-flex min-h-11 items-center">
          {t("back")}
        </a>
        <h1 className="mt-2 text-[clamp(1.5rem,4vw,2rem)] break-words">{mail.subject}</h1>
        <p className="mt-3 text-ink-2">
          {t("to")}: <strong className="break-all text-ink">{mail.recipient}</strong>
        </p>
        <p className="text-ink-2 tabular-nums">
          {t("at")}: {formatInstant(mail.createdAt, "moment", locale, "UTC")} UTC
        </p>
        {link ? (
          <ButtonLink href={link} className="mt-4">
            {t("signIn")}
          </ButtonLink>
        ) : null}
        <div className="mt-8 grid gap-8 wide:grid-cols-2">
          <section>
            <h2 className="mb-3 text-[17px]">{t("text")}</h2>
            <pre
              lang={mail.locale}
              className="overflow-x-auto rounded-xl border border-line bg-surface p-5 font-mono text-sm whitespace-pre-wrap [overflow-wrap:anywhere]"
            >
              {mail.text}
            </pre>
          </section>
          <section>
            <h2 className="mb-3 text-[17px]">{t("html")}</h2>
            {/* No scripts, no forms, no navigation: only what a mail program would show. */}
            <iframe
              title={t("html")}
              sandbox=""
              srcDoc={mail.html}
              className="h-[560px] w-full rounded-xl border border-line bg-white"
            />
          </section>
        </div>
      </div>
    </PortalFrame>
  );
}
