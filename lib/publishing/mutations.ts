import type { Database, Transaction } from "@/db/client";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { queueMails } from "@/lib/mail/queue";
import { releaseMailWriter } from "@/lib/mail/releases";
import type { LockedConference } from "@/lib/places/mutations";
import { put, type Source, stand } from "@/lib/release-steps/mutations";
import { type Failure, fail, ok, type Result } from "@/lib/result";
import type { PublishValues } from "./input";
import { listReaders, stateOf, takenOf } from "./queries";
import type { Told } from "./rules";

/** Mails written at once: between two lots the server answers others, and a statement never grows too large. */
const AT_ONCE = 200;

/** Undoes what was done to find out who would lose a seat. */
class Unseen extends Error {
  constructor(readonly failure: Failure) {
    super();
  }
}

/**
 * Makes the draft, or an earlier release again, what the public sees: settles the seats and tells everyone who
 * starred or booked a session that moved, changed room, was cancelled or is gone, in one mail each.
 */
export async function publish(
  db: Database,
  organiser: Organiser,
  source: Source,
  values: PublishValues,
): Promise<Result<{ number: number; mails: number }>> {
  try {
    return await publishSeen(db, organiser, source, values);
  } catch (error) {
    if (error instanceof Unseen) return error.failure;
    throw error;
  }
}

function publishSeen(
  db: Database,
  organiser: Organiser,
  source: Source,
  { name, note, seen }: PublishValues,
): Promise<Result<{ number: number; mails: number }>> {
  const [seenState, seenTaken] = seen.split(".");
  return db.transaction(async (tx) => {
    const { conference, standing } = await stand(tx, organiser, source);
    if (!standing.ok) return standing;
    const { content, current } = standing.data;
    if (seenState !== stateOf(content, current.number)) return fail("draft-changed");
    const made = await put(tx, organiser, conference, standing.data, { name, note });
    if (seenTaken !== takenOf(made.effects)) throw new Unseen(fail("seats-changed"));
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

async function tell(
  tx: Transaction,
  conference: LockedConference,
  about: { name: string; note: string },
  told: Map<string, Told[]>,
) {
  const write = await releaseMailWriter();
  const people = [...told.keys()].sort();
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const readers = await listReaders(tx, conference, people.slice(from, from + AT_ONCE));
    await queueMails(
      tx,
      readers.map((reader) => write(conference, reader, about, told.get(reader.personId) ?? [])),
    );
  }
}
