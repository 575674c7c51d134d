import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { loadDraft } from "@/components/draft/draft";
import { ProgrammeDone } from "@/components/draft/programme-done";
import { SessionForm } from "@/components/draft/session-form";
import { ButtonLink } from "@/components/ui/button";
import { StateWord } from "@/components/ui/state-word";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { loadConference } from "@/lib/conferences/queries";
import { findRatedSession } from "@/lib/feedback/queries";
import { feedbackState } from "@/lib/feedback/rules";
import { localDay } from "@/lib/local-time";
import { saveSession } from "@/lib/sessions/actions";
import { SessionState } from "../../_components/session-state";

type Props = {
  params: Promise<{ locale: string; conference: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.programme.session"))("change") };
}

export default async function SessionPage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { id } = await params;
  const { done, at } = await searchParams;
  const draft = await loadDraft(organiser, reader);
  const session = draft.slots.find((slot) => slot.id === id);
  if (!session) notFound();
  const t = await getTranslations("desk.programme");
  // As the public knows it: the draft may have another address and other times by now.
  const rated = await findRatedSession(db, organiser.conference, { id });
  const { timeZone } = draft.conference;
  const rating = rated && feedbackState(rated, timeZone, conferenceNow(organiser.conference));
  const back = `/${reader}/${slug}/admin/programme?day=${localDay(session.startsAt, timeZone)}`;
  return (
    <DeskPage
      title={session.title}
      lead={
        <>
          {session.cancelled ? (
            <>
              <StateWord tone="bad">{t("session.cancelled")}</StateWord>
              {" · "}
            </>
          ) : null}
          {t("session.address", { address: `…/programme/${session.slug}` })}
        </>
      }
      back={{ href: back, label: t("title") }}
      aside={
        rating === "open" || rating === "closed" ? (
          <ButtonLink
            look="secondary"
            size="small"
            href={`/${reader}/${slug}/programme/${rated?.slug}/feedback/results`}
          >
            {(await getTranslations("feedback.results"))("title")}
          </ButtonLink>
        ) : null
      }
    >
      <ProgrammeDone done={done} />
      <SessionForm
        // A saved session begins its form anew; one that was overtaken keeps what was typed.
        key={String(at)}
        action={saveSession.bind(null, slug, id)}
        draft={draft}
        session={session}
        from=""
        until=""
        back={back}
      />
      <SessionState organiser={organiser} session={session} slug={slug} />
    </DeskPage>
  );
}
