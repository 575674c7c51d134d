import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { DoneNotice } from "@/components/desk/done-notice";
import { InvitationForm } from "@/components/invitations/invitation-form";
import { Form } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { StateWord } from "@/components/ui/state-word";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { loadConference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { localize } from "@/lib/i18n/text";
import { endInvitation, makeInvitation } from "@/lib/invitations/actions";
import { listInvitations } from "@/lib/invitations/queries";
import { invitationState } from "@/lib/invitations/rules";
import { listParticipantTypes } from "@/lib/participant-types/queries";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const tones = { open: "ok", "used-up": "quiet", expired: "warn", revoked: "quiet" } as const;

export async function generateMetadata() {
  return { title: (await getTranslations("desk.invitations"))("title") };
}

export default async function InvitationsPage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { conference } = organiser;
  const invitations = await listInvitations(db, organiser);
  const types = await listParticipantTypes(db, organiser);
  const t = await getTranslations("desk.invitations");
  const now = conferenceNow(conference);
  return (
    <DeskPage title={t("title")} lead={t("lead")}>
      <DoneNotice done={(await searchParams).done} />
      <div className="grid items-start gap-8 wide:grid-cols-[minmax(0,1fr)_340px]">
        <div className="wide:order-2">
          <Panel title={t("make")}>
            <InvitationForm
              action={makeInvitation.bind(null, slug)}
              zone={conference.timeZone}
              types={types
                .filter(({ archivedAt }) => !archivedAt)
                .map(({ id, name }) => ({ id, name: localize(name, reader, conference.locale) }))}
            />
          </Panel>
        </div>
        {invitations.length === 0 ? (
          <p className="text-ink-2">{t("none")}</p>
        ) : (
          <ul className="border-b border-line">
            {invitations.map((invitation) => {
              const state = invitationState(invitation, now);
              return (
                <li
                  key={invitation.id}
                  className="grid items-center gap-x-6 gap-y-2 border-t border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
                >
                  <div className="min-w-0">
                    <p className="flex flex-wrap items-baseline gap-x-3">
                      <strong className="text-[17px] font-semibold tracking-wide tabular-nums break-all">
                        {invitation.code}
                      </strong>
                      <StateWord tone={tones[state]}>{t(`states.${state}`)}</StateWord>
                    </p>
                    {invitation.label ? <p>{invitation.label}</p> : null}
                    <p className="text-sm text-ink-2">
                      {[
                        t("used", { used: invitation.used, places: invitation.places }),
                        invitation.typeName
                          ? localize(invitation.typeName, reader, conference.locale)
                          : t("anyType"),
                        invitation.expiresAt
                          ? t("until", {
                              moment: formatInstant(
                                invitation.expiresAt,
                                "moment",
                                reader,
                                conference.timeZone,
                              ),
                            })
                          : t("always"),
                      ].join(" · ")}
                    </p>
                  </div>
                  {state === "revoked" || state === "expired" ? null : (
                    <Form action={endInvitation.bind(null, slug, invitation.id)}>
                      <details className="text-right">
                        <summary className="link inline-flex min-h-11 list-none items-center text-sm [&::-webkit-details-marker]:hidden">
                          {t("revoke")}
                          <span className="sr-only">: {invitation.code}</span>
                        </summary>
                        <p className="mb-2 max-w-[34ch] text-left text-sm text-ink-2">{t("revokeHint")}</p>
                        <SubmitButton look="danger" size="small">
                          {t("revokeNow", { code: invitation.code })}
                        </SubmitButton>
                      </details>
                    </Form>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </DeskPage>
  );
}
