import type { ReleaseContent } from "@/db/schema";
import { freeSlug, slugOf } from "../drafts/rules";
import { localize } from "../i18n/text";
import type { Imported, ImportedFile, ImportedPerson } from "../imports/rules";

type Room = ReleaseContent["rooms"][number];
type Topic = ReleaseContent["topics"][number];
type Speaker = ReleaseContent["speakers"][number];
type Session = ReleaseContent["sessions"][number];

export type MergeOptions = {
  locale: string;
  /** Sessions of the draft that the file does not name stay. */
  keepsOthers: boolean;
  newId: () => string;
  /** Whether a row with an id of the file may be made under that id. */
  isFree: (id: string) => boolean;
  /** Addresses that sessions taken out earlier still have. */
  takenSlugs: string[];
};

const fold = (text: string) => text.normalize("NFKC").trim().toLowerCase();

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
  const slugs = [...options.takenSlugs, ...draft.sessions.map(({ slug }) => slug)];
  const used = new Set<string>();
  const sessions = file.sessions.map((session): Session => {
    const was = known.get(session);
    if (was) used.add(was.id);
    const slug = was?.slug ?? freeSlug(slugOf(session.title, "session"), slugs);
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
    return was && session.silent ? { ...said, ...unsaid(was, session.silent) } : said;
  });
  const others = options.keepsOthers ? draft.sessions.filter(({ id }) => !used.has(id)) : [];
  const all = [...sessions, ...others].sort((a, b) =>
    a.startsAt === b.startsAt ? a.number - b.number : a.startsAt < b.startsAt ? -1 : 1,
  );
  return { rooms, topics, speakers, sessions: all };
}

const columnOf: Partial<Record<keyof Session, string>> = { topicId: "topic", roomId: "room" };

/** What stands in the draft under the columns that a table does not have. */
const unsaid = (was: Session, silent: ReadonlySet<string>): Partial<Session> =>
  Object.fromEntries(
    (["abstract", "kind", "topicId", "roomId", "seats", "cancelled", "speakers", "moderators"] as const)
      .filter((field) => silent.has(columnOf[field] ?? field))
      .map((field) => [field, was[field]]),
  );

function recognise(draft: Session[], file: Imported[]): Map<Imported, Session> {
  const byId = new Map(draft.map((session) => [session.id, session]));
  const found = new Map<Imported, Session>();
  for (const session of file) {
    const same = session.id ? byId.get(session.id) : undefined;
    if (same) found.set(session, same);
  }
  const taken = new Set(found.values());
  const left = byTitle(draft.filter((session) => !taken.has(session)));
  const titles = byTitle(file);
  for (const session of file) {
    const title = fold(session.title);
    const [same, another] = left.get(title) ?? [];
    if (!found.has(session) && same && !another && titles.get(title)?.length === 1) found.set(session, same);
  }
  return found;
}

function byTitle<S extends { title: string }>(sessions: S[]): Map<string, S[]> {
  const found = new Map<string, S[]>();
  for (const session of sessions) {
    const title = fold(session.title);
    found.set(title, [...(found.get(title) ?? []), session]);
  }
  return found;
}

/** Rows that are found by any of their names, so that a large file is not compared with itself. */
function book<R>(rows: R[], keys: (row: R) => string[]) {
  const places = new Map<string, number>();
  const note = (row: R, place: number) => {
    for (const key of keys(row)) if (!places.has(key)) places.set(key, place);
  };
  rows.forEach(note);
  return {
    find: (key: string) => places.get(key),
    add: (row: R) => {
      note(row, rows.length);
      rows.push(row);
      return row;
    },
  };
}

const end = (rows: { position: number }[]) =>
  rows.reduce((most, { position }) => Math.max(most, position), -1) + 1;
const named = (name: string) => `name ${fold(name)}`;

function roomBook(rooms: Room[], newId: () => string) {
  const known = book(rooms, ({ name }) => [named(name)]);
  let position = end(rooms);
  return (name: string): Room => {
    const there = rooms[known.find(named(name)) ?? -1];
    return there ?? known.add({ id: newId(), name, floor: null, seats: null, position: position++ });
  };
}

function topicBook(topics: Topic[], { newId, locale }: MergeOptions) {
  const known = book(topics, ({ key, name }) => [key, ...Object.values(name)].map(named));
  const keys = topics.map(({ key }) => key);
  let position = end(topics);
  return (name: string): Topic => {
    const there = topics[known.find(named(name)) ?? -1];
    if (there) return there;
    const key = freeSlug(slugOf(name, "topic"), keys);
    keys.push(key);
    // The colour that the fewest have.
    const uses = [1, 2, 3, 4, 5, 6, 7, 8].map((one) => topics.filter(({ colour }) => colour === one).length);
    const colour = uses.indexOf(Math.min(...uses)) + 1;
    return known.add({ id: newId(), key, name: { [locale]: name }, colour, position: position++ });
  };
}

function speakerBook(speakers: Speaker[], { newId, locale }: MergeOptions) {
  const known = book(speakers, ({ id, slug, name }) => [`id ${id}`, `slug ${slug}`, named(name)]);
  const slugs = speakers.map(({ slug }) => slug);
  let position = end(speakers);
  return (person: ImportedPerson): string => {
    const place =
      known.find(`id ${person.id}`) ??
      known.find(person.slug ? `slug ${person.slug}` : named(person.name)) ??
      -1;
    const was = speakers[place];
    if (!was) {
      const slug = freeSlug(slugOf(person.name, "speaker"), slugs);
      slugs.push(slug);
      const { name, affiliation } = person;
      const about = person.about ? { [locale]: person.about } : {};
      return known.add({ id: newId(), slug, name, affiliation, about, photoId: null, position: position++ })
        .id;
    }
    const same = !person.about || person.about === localize(was.about, locale, locale);
    speakers[place] = {
      ...was,
      name: person.id === was.id ? person.name : was.name,
      affiliation: person.affiliation ?? was.affiliation,
      about: same ? was.about : { ...was.about, [locale]: person.about ?? "" },
    };
    return was.id;
  };
}
