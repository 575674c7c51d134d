import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { DoneNotice } from "@/components/desk/done-notice";
import { InvitationForm } from "@/components/invitations/invitation-form";
import { Panel } from "@/components/ui/panel";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { localize } from "@/lib/i18n/text";
import { endInvitation, makeInvitation } from "@/lib/invitations/actions";
import { listInvitations } from "@/lib/invitations/queries";
import { listParticipantTypes } from "@/lib/participant-types/queries";
import { Row } from "./_components/row";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

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
            {invitations.map((invitation) => (
              <Row
                key={invitation.id}
                invitation={invitation}
                conference={conference}
                reader={reader}
                end={endInvitation.bind(null, slug, invitation.id)}
              />
            ))}
          </ul>
        )}
      </div>
    </DeskPage>
  );
}
