import { useTranslations } from "next-intl";
import { Form, type FormAction } from "@/components/ui/form";
import { StateWord } from "@/components/ui/state-word";
import { SubmitButton } from "@/components/ui/submit-button";
import { conferenceNow } from "@/lib/clock";
import type { Conference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { localize } from "@/lib/i18n/text";
import type { DeskInvitation } from "@/lib/invitations/queries";
import { invitationState } from "@/lib/invitations/rules";

const tones = { open: "ok", "used-up": "quiet", expired: "warn", revoked: "quiet" } as const;

type Props = { invitation: DeskInvitation; conference: Conference; reader: string; end: FormAction };

/** A code with what it is good for, and what can be done with it. */
export function Row({ invitation, conference, reader, end }: Props) {
  const t = useTranslations("desk.invitations");
  const { id, code, label, used, places, typeName, expiresAt } = invitation;
  const state = invitationState(invitation, conferenceNow(conference));
  const until =
    expiresAt && t("until", { moment: formatInstant(expiresAt, "moment", reader, conference.timeZone) });
  return (
    <li className="grid items-center gap-x-6 gap-y-2 border-t border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <strong className="text-[17px] font-semibold tracking-wide break-all tabular-nums">{code}</strong>
          <StateWord tone={tones[state]}>{t(`states.${state}`)}</StateWord>
        </p>
        {label ? <p className="[overflow-wrap:anywhere]">{label}</p> : null}
        <p className="text-sm text-ink-2">
          {[
            t("used", { used, places }),
            typeName ? localize(typeName, reader, conference.locale) : t("anyType"),
            until ?? t("always"),
          ].join(" · ")}
        </p>
      </div>
      {state === "revoked" ? null : (
        <div className="flex flex-wrap items-start gap-x-5 sm:justify-end">
          <a
            className="link inline-flex min-h-11 items-center text-sm"
            href={`/${reader}/${conference.slug}/admin/invitations/${id}`}
          >
            {t("change")}
            <span className="sr-only">: {code}</span>
          </a>
          {state === "expired" ? null : (
            <Form action={end}>
              <details className="sm:text-right">
                <summary className="link inline-flex min-h-11 list-none items-center text-sm [&::-webkit-details-marker]:hidden">
                  {t("revoke")}
                  <span className="sr-only">: {code}</span>
                </summary>
                <p className="mb-2 max-w-[34ch] text-left text-sm text-ink-2">{t("revokeHint")}</p>
                <SubmitButton look="danger" size="small">
                  {t("revokeNow", { code })}
                </SubmitButton>
              </details>
            </Form>
          )}
        </div>
      )}
    </li>
  );
}
