import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { loadDraft } from "@/components/draft/draft";
import { DraftStanding } from "@/components/draft/draft-standing";
import { EditorWords } from "@/components/draft/editor-words";
import { FoundClashes } from "@/components/draft/found-clashes";
import { DraftGrid } from "@/components/draft/grid/draft-grid";
import { ProgrammeDone } from "@/components/draft/programme-done";
import { ProgrammeTabs } from "@/components/draft/programme-tabs";
import { sessionWords } from "@/components/draft/session-words";
import { ButtonLink } from "@/components/ui/button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { allClashes } from "@/lib/clashes/rules";
import { loadConference } from "@/lib/conferences/queries";
import { formatDay } from "@/lib/dates";
import { daysOf } from "@/lib/draft-grid/rules";
import { instantOf, localDay } from "@/lib/local-time";
import { moveSession } from "@/lib/session-moves/actions";
import { listRemoved } from "@/lib/sessions/queries";
import { DayList } from "./_components/day-list";
import { Removed } from "./_components/removed";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.programme"))("title") };
}

export default async function ProgrammePage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const draft = await loadDraft(organiser, reader);
  const removed = await listRemoved(db, organiser);
  const { conference, slots, rooms, topics, frame } = draft;
  const { timeZone } = conference;
  const t = await getTranslations("desk.programme");
  const programme = `/${reader}/${slug}/admin/programme`;
  const asked = await searchParams;
  const days = daysOf(conference, slots).map((date) => ({
    date,
    midnight: instantOf(`${date}T00:00`, timeZone),
    label: formatDay(date, "dayShort", reader),
    href: `${programme}?day=${date}`,
  }));
  const day = days.find(({ date }) => date === asked.day) ?? days[0];
  if (!day) throw new Error("A conference has at least one day");
  const today = slots.filter(({ startsAt }) => localDay(startsAt, timeZone) === day.date);
  const clashes = allClashes(slots, frame);
  const { names } = await sessionWords(draft);
  const colours = Object.fromEntries(topics.map(({ id, colour }) => [id, colour]));
  return (
    <DeskPage
      title={t("title")}
      lead={t("lead")}
      aside={<ButtonLink href={`${programme}/sessions/new?day=${day.date}`}>{t("session.add")}</ButtonLink>}
    >
      <ProgrammeTabs programme={programme} here="sessions" />
      <ProgrammeDone done={asked.done} />
      <DraftStanding organiser={organiser} programme={programme} />
      <EditorWords>
        <FoundClashes
          clashes={clashes}
          names={names}
          sessions={slots}
          href={(id) => `${programme}/sessions/${id}`}
          reader={reader}
          timeZone={timeZone}
        />
        <DraftGrid
          days={days}
          day={day}
          slots={slots.map(({ abstract: _, ...slot }) => ({
            ...slot,
            colour: colours[slot.topicId ?? ""] ?? null,
          }))}
          rooms={rooms.map(({ id, name, seats }) => ({ id, name, seats }))}
          frame={frame}
          names={names}
          move={moveSession.bind(null, slug)}
          programme={programme}
          reader={reader}
          timeZone={timeZone}
        >
          <DayList sessions={today} clashes={clashes} draft={draft} programme={programme} />
        </DraftGrid>
      </EditorWords>
      <Removed sessions={removed} slug={slug} reader={reader} timeZone={timeZone} />
    </DeskPage>
  );
}
