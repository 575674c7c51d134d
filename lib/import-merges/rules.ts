import type { ReleaseContent } from "@/db/schema";
import { freeSlug, slugOf } from "../drafts/rules";
import { roomBook, speakerBook, topicBook } from "../import-books/rules";
import { recognise } from "../import-matches/rules";
import type { ImportedFile, ImportedPerson } from "../imports/rules";

type Session = ReleaseContent["sessions"][number];

export type MergeOptions = {
  locale: string;
  /** Sessions of the draft that the file does not name stay. */
  keepsOthers: boolean;
  newId: () => string;
  /** Whether a row with an id of the file may be made under that id. */
  isFree: (id: string) => boolean;
  /** The addresses of sessions taken out earlier, by id: theirs for the day they come back. */
  removed: ReadonlyMap<string, string>;
};

/**
 * The draft with a file taken over. Sessions are known again by their id, else by a title that both have once;
 * rooms, topics and speakers by id or name, and never taken out. What a file does not say stays.
 */
export function mergeFile(draft: ReleaseContent, file: ImportedFile, options: MergeOptions): ReleaseContent {
  const rooms = draft.rooms.map((room) => ({ ...room }));
  const topics = [...draft.topics];
  const speakers = [...draft.speakers];
  const [roomNamed, topicNamed] = [roomBook(rooms, options.newId), topicBook(topics, options)];
  const speakerOf = speakerBook(speakers, options);
  for (const { name, floor, seats } of file.rooms) {
    const room = roomNamed(name);
    room.floor = floor ?? room.floor;
    room.seats = seats ?? room.seats;
  }
  const known = recognise(draft.sessions, file.sessions);
  const slugs = [...options.removed.values(), ...draft.sessions.map(({ slug }) => slug)];
  const used = new Set<string>();
  const sessions = file.sessions.map((session): Session => {
    const was = known.get(session);
    if (was) used.add(was.id);
    const back = session.id ? options.removed.get(session.id) : undefined;
    const slug = was?.slug ?? back ?? freeSlug(slugOf(session.title, "session"), slugs);
    slugs.push(slug);
    const people = (some: ImportedPerson[]) => [...new Set(some.map(speakerOf))];
    const said: Session = {
      id: was?.id ?? (session.id && options.isFree(session.id) ? session.id : options.newId()),
      // Not given by a content: the row keeps or draws its own.
      number: was?.number ?? 0,
      slug,
      title: session.title,
      abstract: session.abstract,
      kind: session.kind,
      topicId: session.topic ? topicNamed(session.topic).id : null,
      roomId: session.room ? roomNamed(session.room).id : null,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      seats: session.seats,
      cancelled: session.cancelled,
      speakers: people(session.speakers),
      moderators: people(session.moderators),
    };
    return was ? { ...said, ...unsaid(was, session.silent) } : said;
  });
  const others = options.keepsOthers ? draft.sessions.filter(({ id }) => !used.has(id)) : [];
  const all = [...sessions, ...others].sort((a, b) =>
    a.startsAt === b.startsAt ? a.number - b.number : a.startsAt < b.startsAt ? -1 : 1,
  );
  return { rooms, topics, speakers, sessions: all };
}

const columnOf: Partial<Record<keyof Session, string>> = { topicId: "topic", roomId: "room" };

/** What stands in the draft under what a file does not say. */
const unsaid = (was: Session, silent: ReadonlySet<string>): Partial<Session> =>
  Object.fromEntries(
    (["abstract", "kind", "topicId", "roomId", "seats", "cancelled", "speakers", "moderators"] as const)
      .filter((field) => silent.has(columnOf[field] ?? field))
      .map((field) => [field, was[field]]),
  );
