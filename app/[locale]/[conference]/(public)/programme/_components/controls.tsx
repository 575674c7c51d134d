import { getTranslations } from "next-intl/server";
import { ProgrammeControls } from "@/components/programme/programme-controls";
import type { Conference } from "@/lib/conferences/queries";
import { formatDay } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import { pluralForms } from "@/lib/i18n/plural";
import { mainKinds, type ProgrammeSession } from "@/lib/programme/rules";

/** The words and choices of the programme's controls, which have no messages of their own in the browser. */
export async function Controls({
  conference,
  days,
  sessions,
  openingDay,
}: {
  conference: Conference & { reader: Locale };
  days: { day: string; sessions: ProgrammeSession[] }[];
  sessions: ProgrammeSession[];
  openingDay: string;
}) {
  const t = await getTranslations("programme");
  const kind = (value: string) => t(`kinds.${value}` as "kinds.plenary");
  const topics = new Map(sessions.flatMap(({ topic }) => (topic ? [[topic.key, topic]] : [])));
  const rooms = new Map(sessions.flatMap(({ room }) => (room ? [[room.id, room]] : [])));
  const kinds = [...new Set(sessions.map((session) => session.kind))];
  return (
    <ProgrammeControls
      programme="programme"
      locale={conference.reader}
      openingDay={openingDay}
      days={days.map(({ day, sessions: ofDay }) => ({
        day,
        label: formatDay(day, "dayShort", conference.reader),
        about: mainKinds(ofDay).map(kind).join(", "),
      }))}
      options={{
        topic: [...topics.values()]
          .sort((a, b) => a.position - b.position)
          .map(({ key, name, colour }) => ({ value: key, label: name, colour })),
        kind: kinds.map((value) => ({ value, label: kind(value) })),
        room: [...rooms.values()]
          .sort((a, b) => a.position - b.position)
          .map(({ id, name }) => ({ value: id, label: name })),
      }}
      words={{
        days: t("days"),
        filters: t("filters"),
        clear: t("clear"),
        shown: pluralForms(conference.reader, (count) => t("shown", { count })),
        noneShown: t("shown", { count: 0 }),
        topic: { label: t("topic"), all: t("allTopics") },
        kind: { label: t("kind"), all: t("allKinds") },
        room: { label: t("room"), all: t("allRooms") },
      }}
    />
  );
}
