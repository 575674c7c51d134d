import type { Transaction } from "../../client";
import { rooms, sessionKind, sessionSpeakers, sessions, speakers, topics } from "../../schema";
import { facts, slugOf } from "./facts";
import { inBucharest } from "./time";

const topicNames: Record<string, { colour: number; ro: string; fr: string; de: string }> = {
  digital: {
    colour: 1,
    ro: "Digitalizare și deficitul de competențe",
    fr: "Numérisation et déficit de compétences",
    de: "Digitalisierung und Fachkräftelücke",
  },
  circular: { colour: 2, ro: "Economie circulară", fr: "Économie circulaire", de: "Kreislaufwirtschaft" },
  social: {
    colour: 3,
    ro: "Valoare comună și impact social",
    fr: "Valeur partagée et impact social",
    de: "Gemeinsamer Nutzen und soziale Wirkung",
  },
  policy: { colour: 4, ro: "Politica de clustere", fr: "Politique des clusters", de: "Clusterpolitik" },
  interregional: {
    colour: 5,
    ro: "Cooperare interregională",
    fr: "Coopération interrégionale",
    de: "Interregionale Zusammenarbeit",
  },
  modernisation: {
    colour: 6,
    ro: "Modernizare industrială durabilă",
    fr: "Modernisation industrielle durable",
    de: "Nachhaltige industrielle Modernisierung",
  },
};

/** Rooms, topics, speakers and sessions, as the data file has them. */
export async function addProgramme(tx: Transaction, conferenceId: string) {
  const roomRows = await tx
    .insert(rooms)
    .values(facts.rooms.map((room, position) => ({ conferenceId, position, ...room })))
    .returning({ id: rooms.id, name: rooms.name });
  const topicRows = await tx
    .insert(topics)
    .values(
      facts.topics.map(({ key, name }, position) => {
        const known = topicNames[key];
        if (!known) throw new Error(`the topic "${key}" has no colour and no translations`);
        const { colour, ...translated } = known;
        return { conferenceId, key, colour, position, name: { en: name, ...translated } };
      }),
    )
    .returning({ id: topics.id, key: topics.key });
  const speakerRows = await tx
    .insert(speakers)
    .values(
      facts.speakers.map((speaker, position) => ({
        conferenceId,
        position,
        slug: slugOf(speaker.name),
        ...speaker,
      })),
    )
    .returning({ id: speakers.id, name: speakers.name });

  const roomId = new Map(roomRows.map(({ id, name }) => [name, id]));
  const topicId = new Map(topicRows.map(({ id, key }) => [key, id]));
  const sessionRows = await tx
    .insert(sessions)
    .values(
      facts.sessions.map((session) => ({
        conferenceId,
        slug: sessionSlug(session),
        title: session.title,
        abstract: session.abstract ?? "",
        kind: kindOf(session.kind),
        topicId: session.topic ? topicId.get(session.topic) : null,
        roomId: roomId.get(session.room),
        startsAt: inBucharest(`${session.day}T${session.start}`),
        endsAt: inBucharest(`${session.day}T${session.end}`),
        seats: session.seats,
      })),
    )
    .returning({ id: sessions.id, slug: sessions.slug });

  const sessionId = new Map(sessionRows.map(({ id, slug }) => [slug, id]));
  const speakerId = new Map(speakerRows.map(({ id, name }) => [name, id]));
  await tx.insert(sessionSpeakers).values(
    facts.sessions.flatMap((session) => {
      const takesPart = (part: "speaker" | "moderator") => (name: string, position: number) => ({
        sessionId: found(sessionId, sessionSlug(session)),
        speakerId: found(speakerId, name),
        part,
        position,
      });
      return [
        ...session.speakers.map(takesPart("speaker")),
        ...session.moderators.map(takesPart("moderator")),
      ];
    }),
  );
}

/** The title; titles that come again on another day carry the day's name. */
function sessionSlug({ title, day }: { title: string; day: string }): string {
  const again = facts.sessions.filter((other) => other.title === title).length > 1;
  const weekday = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"][
    new Date(`${day}T12:00:00Z`).getUTCDay()
  ];
  return slugOf(again ? `${title} ${weekday}` : title);
}

function kindOf(kind: string) {
  const known = sessionKind.enumValues.find((value) => value === kind);
  if (!known) throw new Error(`the data file names a kind of session that the portal does not know: ${kind}`);
  return known;
}

function found(ids: Map<string, string>, name: string): string {
  const id = ids.get(name);
  if (!id) throw new Error(`the data file names "${name}", which it does not describe`);
  return id;
}
