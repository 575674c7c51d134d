import type { Database, Transaction } from "@/db/client";
import type { ReleaseContent } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { lockDraft } from "@/lib/drafts/mutations";
import { queueMails } from "@/lib/mail/queue";
import { releaseMailWriter } from "@/lib/mail/releases";
import { type LockedConference, lockConference } from "@/lib/places/mutations";
import { release } from "@/lib/releases/mutations";
import { findCurrentRelease, findRelease, readDraft } from "@/lib/releases/queries";
import { concernsGuests, type Difference, difference, emptyContent, sameContent } from "@/lib/releases/rules";
import { fail, ok, type Result } from "@/lib/result";
import { lockSessions } from "@/lib/seat-waiting-list/mutations";
import { settleSeats } from "@/lib/seats/mutations";
import type { SeatEffect } from "@/lib/seats/rules";
import type { PublishValues } from "./input";
import { listMarks, listNames, listReaders, stateOf } from "./queries";
import { type Told, toSettle, toTell } from "./rules";

/** Mails written at once: between two lots the server answers others, and a statement never grows too large. */
const AT_ONCE = 200;

/** The draft, or the content of an earlier release to go back to. */
type Source = "draft" | { number: number };
type Published = {
  id: string;
  number: number;
  difference: Difference;
  effects: SeatEffect[];
  told: Map<string, Told[]>;
};
type Standing = { content: ReleaseContent; current: { number: number; content: ReleaseContent } };

/**
 * Makes the draft, or an earlier release again, what the public sees: settles the seats and tells everyone who
 * starred or booked a session that moved, changed room, was cancelled or is gone, in one mail each.
 */
export function publish(
  db: Database,
  organiser: Organiser,
  source: Source,
  { name, note, seen }: PublishValues,
): Promise<Result<{ number: number; mails: number }>> {
  return db.transaction(async (tx) => {
    const { conference, standing } = await stand(tx, organiser, source);
    if (!standing.ok) return standing;
    const { content, current } = standing.data;
    if (seen !== stateOf(content, current.number)) return fail("draft-changed");
    const made = await put(tx, organiser, conference, standing.data, { name, note });
    await tell(tx, conference, { name, note }, made.told);
    await recordAudit(tx, {
      actor: organiser,
      conferenceId: conference.id,
      action: "release.published",
      subject: "release",
      subjectId: made.id,
      detail: {
        number: made.number,
        ...(source === "draft" ? {} : { again: source.number }),
        changes: made.difference.sessions.length,
        mails: made.told.size,
      },
    });
    return ok({ number: made.number, mails: made.told.size });
  });
}

class Undone extends Error {
  constructor(readonly preview: Preview) {
    super();
  }
}

/** What publishing would do, by doing it in a transaction that is rolled back. */
export async function previewPublishing(
  db: Database,
  organiser: Organiser,
  source: Source,
): Promise<Result<Preview>> {
  try {
    return await db.transaction(async (tx) => {
      const { conference, standing } = await stand(tx, organiser, source);
      if (!standing.ok) return standing;
      const { content, current } = standing.data;
      const { effects, ...made } = await put(tx, organiser, conference, standing.data, {
        name: "?",
        note: "",
      });
      const registrationIds = [...new Set(effects.map(({ registrationId }) => registrationId))];
      throw new Undone({
        seen: stateOf(content, current.number),
        difference: made.difference,
        effects,
        mails: made.told.size,
        names: await listNames(tx, conference, registrationIds),
        titles: new Map(
          [...current.content.sessions, ...content.sessions].map(({ id, title }) => [id, title]),
        ),
      });
    });
  } catch (error) {
    if (error instanceof Undone) return ok(error.preview);
    throw error;
  }
}

export type Preview = {
  seen: string;
  difference: Difference;
  effects: SeatEffect[];
  mails: number;
  /** By registration. */
  names: Map<string, string>;
  /** By session. */
  titles: Map<string, string>;
};

/** Nobody changes the draft, publishes or takes a place until this transaction ends: what is read here stays. */
async function stand(tx: Transaction, organiser: Organiser, source: Source) {
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

async function put(
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
  return { ...made, difference: changes, effects, told: toTell(changes, content, marks, effects) };
}

async function tell(
  tx: Transaction,
  conference: LockedConference,
  about: { name: string; note: string },
  told: Map<string, Told[]>,
) {
  const write = await releaseMailWriter();
  const people = [...told.keys()].sort();
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const readers = await listReaders(tx, people.slice(from, from + AT_ONCE));
    await queueMails(
      tx,
      readers.map((reader) => write(conference, reader, about, told.get(reader.personId) ?? [])),
    );
  }
}
