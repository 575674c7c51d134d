import type { Transaction } from "@/db/client";
import type { ReleaseContent } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { lockDraft } from "@/lib/drafts/mutations";
import { type LockedConference, lockConference } from "@/lib/places/mutations";
import { listMarks } from "@/lib/publishing/queries";
import { type Told, toSettle, toTell } from "@/lib/publishing/rules";
import { release } from "@/lib/releases/mutations";
import { findCurrentRelease, findRelease, readDraft } from "@/lib/releases/queries";
import { concernsGuests, type Difference, difference, emptyContent, sameContent } from "@/lib/releases/rules";
import { fail, ok, type Result } from "@/lib/result";
import { lockSessions } from "@/lib/seat-waiting-list/mutations";
import { settleSeats } from "@/lib/seats/mutations";
import type { SeatEffect } from "@/lib/seats/rules";

// The steps that publishing and its preview take in the same way.

/** The draft, or the content of an earlier release to go back to. */
export type Source = "draft" | { number: number };
type Published = {
  id: string;
  number: number;
  difference: Difference;
  effects: SeatEffect[];
  told: Map<string, Told[]>;
};
type Standing = { content: ReleaseContent; current: { number: number; content: ReleaseContent } };

/** Nobody changes the draft, publishes or takes a place until this transaction ends: what is read here stays. */
export async function stand(tx: Transaction, organiser: Organiser, source: Source) {
  await lockDraft(tx, organiser.conference.id);
  const conference = await lockConference(tx, organiser.conference.id);
  return { conference, standing: await read(tx, organiser, source) };
}

async function read(tx: Transaction, organiser: Organiser, source: Source): Promise<Result<Standing>> {
  const { conference } = organiser;
  const current = (await findCurrentRelease(tx, conference)) ?? { number: 0, content: emptyContent };
  const content =
    source === "draft"
      ? await readDraft(tx, conference)
      : (await findRelease(tx, organiser, source.number))?.content;
  if (!content) return fail("not-found");
  if (content.sessions.length === 0) return fail("release-empty");
  if (sameContent(current.content, content)) return fail("nothing-to-publish");
  return ok({ content, current });
}

/** Makes the content what the public sees and settles the seats. Whom to tell is answered, nobody is told yet. */
export async function put(
  tx: Transaction,
  organiser: Organiser,
  conference: LockedConference,
  { content, current }: Standing,
  { name, note }: { name: string; note: string },
): Promise<Published> {
  const changes = difference(current.content, content);
  const concerned = changes.sessions.filter(concernsGuests).map(({ session }) => session.id);
  await lockSessions(tx, conference.id);
  const marks = await listMarks(tx, conference, concerned);
  const made = await release(tx, conference, content, {
    name,
    note,
    publishedAt: conference.now,
    publishedBy: organiser.number,
  });
  const effects = await settleSeats(tx, conference, toSettle(current.content, content));
  const told = toTell(changes, content, marks, effects, conference.now);
  return { ...made, difference: changes, effects, told };
}
