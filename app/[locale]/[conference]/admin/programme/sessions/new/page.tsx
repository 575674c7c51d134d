import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { loadDraft } from "@/components/draft/draft";
import { SessionForm } from "@/components/draft/session-form";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { isLocalDay } from "@/lib/local-time";
import { saveSession } from "@/lib/sessions/actions";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.programme.session"))("add") };
}

export default async function NewSessionPage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const t = await getTranslations("desk.programme");
  const asked = String((await searchParams).day ?? "");
  const day = isLocalDay(asked) ? asked : organiser.conference.startsOn;
  const back = `/${reader}/${slug}/admin/programme?day=${day}`;
  return (
    <DeskPage title={t("session.add")} lead={t("session.addLead")} back={{ href: back, label: t("title") }}>
      <SessionForm
        action={saveSession.bind(null, slug, null)}
        draft={await loadDraft(organiser, reader)}
        from={`${day}T09:00`}
        until={`${day}T10:00`}
        back={back}
      />
    </DeskPage>
  );
}
