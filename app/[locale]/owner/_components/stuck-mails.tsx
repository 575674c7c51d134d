import { getTranslations } from "next-intl/server";
import { MailStateWord } from "@/components/desk/mail-state";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatInstant } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import { retryPortal } from "@/lib/outbox/actions";
import type { listStuckMails } from "@/lib/outbox/queries";
import { canGoAgain } from "@/lib/outbox/rules";

type Props = { mails: Awaited<ReturnType<typeof listStuckMails>>; locale: Locale; now: Date };

/** The portal's own mails that did not arrive, which no conference's outbox shows. */
export async function StuckMails({ mails, locale, now }: Props) {
  const t = await getTranslations("owner.mails");
  const outbox = await getTranslations("desk.outbox");
  const kindOf = (kind: string) => {
    const key = `kinds.${kind}` as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : kind;
  };
  return (
    <section id="mails" className="mt-12">
      <h2 className="text-[17px]">{t("title")}</h2>
      <p className="mt-1 mb-3 max-w-[72ch] text-[15px] text-ink-2">
        {mails.length === 0 ? t("none") : t("lead")}
      </p>
      {mails.length === 0 ? null : (
        <ul className="border-b border-line">
          {mails.map((mail) => (
            <li
              key={mail.id}
              className="grid items-start gap-x-6 gap-y-1 border-t border-line py-3 text-[15px] [overflow-wrap:anywhere] wide:grid-cols-[minmax(0,1fr)_10.5rem_8rem]"
            >
              <div>
                <p className="font-semibold">{mail.recipient}</p>
                <p className="text-sm text-ink-2">
                  {kindOf(mail.kind)} <MailStateWord state={mail.state} />
                </p>
                {mail.error ? (
                  <p className="text-sm text-bad">
                    {outbox("error")}: {mail.error}
                  </p>
                ) : (
                  <p className="text-sm text-ink-2">{t(mail.attempts > 0 ? "silent" : "untried")}</p>
                )}
              </div>
              <p className="text-sm text-ink-2 tabular-nums wide:text-right">
                {formatInstant(mail.createdAt, "stamp", locale, "UTC")} UTC
              </p>
              <div className="wide:text-right">
                {canGoAgain(mail, now) ? (
                  <Form
                    action={retryPortal.bind(null, mail.id)}
                    className="grid gap-3 wide:justify-items-end"
                  >
                    <SubmitButton look="secondary" size="small">
                      {outbox("retry")}
                    </SubmitButton>
                  </Form>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
