import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { InvitationForm } from "@/components/invitations/invitation-form";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { localize } from "@/lib/i18n/text";
import { saveInvitation } from "@/lib/invitations/actions";
import { listInvitations } from "@/lib/invitations/queries";
import { listParticipantTypes } from "@/lib/participant-types/queries";

type Props = { params: Promise<{ locale: string; conference: string; invitation: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.invitations"))("change") };
}

export default async function InvitationPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { conference } = organiser;
  const id = (await params).invitation;
  const invitation = (await listInvitations(db, organiser)).find((each) => each.id === id);
  // A revoked code has ended: there is nothing to change in it.
  if (!invitation || invitation.revokedAt) notFound();
  const types = await listParticipantTypes(db, organiser);
  const t = await getTranslations("desk.invitations");
  const back = `/${reader}/${slug}/admin/invitations`;
  return (
    <DeskPage title={invitation.code} lead={t("changeLead")} back={{ href: back, label: t("title") }}>
      <div className="max-w-[480px]">
        <InvitationForm
          action={saveInvitation.bind(null, slug, id)}
          zone={conference.timeZone}
          invitation={invitation}
          back={back}
          types={types
            .filter((type) => !type.archivedAt || type.id === invitation.typeId)
            .map(({ id, name }) => ({ id, name: localize(name, reader, conference.locale) }))}
        />
      </div>
    </DeskPage>
  );
}
