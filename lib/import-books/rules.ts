import type { ReleaseContent } from "@/db/schema";
import { freeSlug, slugOf } from "../drafts/rules";
import { localize } from "../i18n/text";
import { fold } from "../import-matches/rules";
import type { ImportedPerson } from "../imports/rules";

type Room = ReleaseContent["rooms"][number];
type Topic = ReleaseContent["topics"][number];
type Speaker = ReleaseContent["speakers"][number];
type Options = { newId: () => string; locale: string };

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

/** Finds a room by its name, or makes it. */
export function roomBook(rooms: Room[], newId: () => string) {
  const known = book(rooms, ({ name }) => [named(name)]);
  let position = end(rooms);
  return (name: string): Room => {
    const there = rooms[known.find(named(name)) ?? -1];
    return there ?? known.add({ id: newId(), name, floor: null, seats: null, position: position++ });
  };
}

/** Finds a topic by its key or its name in any language, or makes it. */
export function topicBook(topics: Topic[], { newId, locale }: Options) {
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

/** Finds a person by id, address or name, and takes over what the file says of them; or makes one. Answers the id. */
export function speakerBook(speakers: Speaker[], { newId, locale }: Options) {
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
