import { useLocale, useTranslations } from "next-intl";
import { AuditActor, AuditWords } from "@/components/desk/audit-words";
import { MailStateWord } from "@/components/desk/mail-state";
import type { listHistory } from "@/lib/audit/queries";
import { formatInstant } from "@/lib/dates";
import type { listMailsTo } from "@/lib/dossiers/queries";

type Props = {
  history: Awaited<ReturnType<typeof listHistory>>;
  mails: Awaited<ReturnType<typeof listMailsTo>>;
  timeZone: string;
  desk: string;
};

/** What happened to the registration, and what its person was told. Times are real ones, not the rehearsal's. */
export function History({ history, mails, timeZone, desk }: Props) {
  const t = useTranslations("desk.dossier");
  const locale = useLocale();
  return (
    <div className="mt-10 grid gap-10 wide:grid-cols-2">
      <section>
        <h2 className="mb-3 text-xl">{t("history")}</h2>
        {history.length === 0 ? <p className="text-ink-2">{t("noHistory")}</p> : null}
        <ol className="border-t border-line empty:hidden">
          {history.map((entry) => (
            <li key={entry.id} className="border-b border-line py-2.5 text-[15px]">
              <p>
                <AuditWords entry={entry} />
              </p>
              <p className="text-sm text-ink-2">
                {formatInstant(entry.at, "stamp", locale, timeZone)}, <AuditActor entry={entry} />
              </p>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2 className="mb-3 text-xl">{t("mails")}</h2>
        {mails.length === 0 ? <p className="text-ink-2">{t("noMails")}</p> : null}
        <ol className="border-t border-line empty:hidden">
          {mails.map((mail) => (
            <li key={mail.id} className="border-b border-line py-2.5 text-[15px]">
              <a className="link reach [overflow-wrap:anywhere]" href={`${desk}/outbox/${mail.id}`}>
                {mail.subject}
              </a>
              <p className="text-sm text-ink-2">
                {formatInstant(mail.createdAt, "stamp", locale, timeZone)},{" "}
                <MailStateWord state={mail.state} />
              </p>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
