import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { MailStateWord } from "@/components/desk/mail-state";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { retry } from "@/lib/outbox/actions";
import { findMail } from "@/lib/outbox/queries";

type Props = {
  params: Promise<{ locale: string; conference: string; id: string }>;
  searchParams: Promise<{ retried?: string }>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.outbox"))("mail") };
}

/** The text of a mail, which is complete in itself; its HTML says the same. */
export default async function MailPage({ params, searchParams }: Props) {
  const asked = await params;
  const { reader, slug, timeZone } = await loadConference(asked);
  const organiser = await requireOrganiser(slug);
  const mail = await findMail(db, organiser, asked.id);
  if (!mail) notFound();
  const [t, { retried }] = await Promise.all([getTranslations("desk.outbox"), searchParams]);
  const desk = `/${reader}/${slug}/admin`;
  const moment = (at: Date) => formatInstant(at, "moment", reader, timeZone);
  return (
    <DeskPage
      title={mail.subject}
      lead={<MailStateWord state={mail.state} />}
      back={{ href: `${desk}/outbox`, label: t("title") }}
    >
      <div className="grid max-w-[80ch] gap-5">
        {retried ? <Notice tone="ok" title={t("retried", { count: 1 })} live /> : null}
        <p className="text-[15px] text-ink-2 [overflow-wrap:anywhere]">
          {t("to")}{" "}
          {mail.registrationId ? (
            <a className="link reach" href={`${desk}/registrations/${mail.registrationId}`}>
              {mail.recipient}
            </a>
          ) : (
            mail.recipient
          )}
          . {t("written", { moment: moment(mail.createdAt) })}
          {mail.sentAt ? ` ${t("sentAt", { moment: moment(mail.sentAt) })}` : null}
          {mail.attempts > 0 ? ` ${t("attempts", { count: mail.attempts })}` : null}
        </p>
        {mail.error ? (
          <Notice tone="bad" title={t("error")}>
            {mail.error}
          </Notice>
        ) : null}
        {mail.state === "failed" ? (
          <Form action={retry.bind(null, slug, mail.id)} className="grid justify-items-start gap-3">
            <SubmitButton look="secondary">{t("retry")}</SubmitButton>
          </Form>
        ) : null}
        <pre
          lang={mail.locale}
          className="rounded-xl border border-line bg-surface p-5 font-sans text-[15px] whitespace-pre-wrap [overflow-wrap:anywhere]"
        >
          {mail.text}
        </pre>
      </div>
    </DeskPage>
  );
}
