import type { ReleaseContent } from "@/db/schema";
import type { Imported } from "../imports/rules";

type Session = ReleaseContent["sessions"][number];

/** A name as it is compared: how it is written in capitals or composed does not matter. */
export const fold = (text: string) => text.normalize("NFKC").trim().toLowerCase();

/** Which session of the draft each session of a file is: by its id, else by a title that both have once. */
export function recognise(draft: Session[], file: Imported[]): Map<Imported, Session> {
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
