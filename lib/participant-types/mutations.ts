import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { participantTypes } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { realNow } from "@/lib/clock";
import { passOnPlaces } from "@/lib/offers/mutations";
import { lockConference } from "@/lib/places/mutations";
import { fail, ok, type Result } from "@/lib/result";
import { rowMover } from "@/lib/row-mutations";
import type { ParticipantTypeInput } from "./input";
import { listParticipantTypes } from "./queries";

type Input = z.infer<ReturnType<typeof ParticipantTypeInput>>;

const ours = ({ conference }: Organiser, id: string) =>
  and(eq(participantTypes.id, id), eq(participantTypes.conferenceId, conference.id));

const audit = (
  tx: Transaction,
  actor: Organiser,
  action: string,
  id: string,
  detail: Record<string, unknown> = {},
) =>
  recordAudit(tx, {
    actor,
    conferenceId: actor.conference.id,
    action: `participant-type.${action}`,
    subject: "participant-type",
    subjectId: id,
    detail,
  });

export function addParticipantType(db: Database, actor: Organiser, { type }: Input): Promise<Result<string>> {
  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(participantTypes)
      .values({
        ...type,
        conferenceId: actor.conference.id,
        position: sql`(select coalesce(max(position), -1) + 1 from ${participantTypes}
          where ${participantTypes.conferenceId} = ${actor.conference.id})`,
      })
      .returning({ id: participantTypes.id });
    if (!made) throw new Error("The participant type was not written");
    await audit(tx, actor, "added", made.id);
    return ok(made.id);
  });
}

/** Fewer places than are taken must be said twice: nobody loses a place, and nobody new gets one. */
export function changeParticipantType(
  db: Database,
  actor: Organiser,
  id: string,
  { version, type, sure }: Input,
): Promise<Result> {
  return db.transaction(async (tx) => {
    // Places by type are counted under the conference's lock; a limit changes under it too.
    await lockConference(tx, actor.conference.id);
    const before = (await listParticipantTypes(tx, actor)).find((each) => each.id === id);
    if (!before) return fail("not-found");
    if (before.updatedAt.getTime() !== version?.getTime())
      return fail("changed-meanwhile", { values: { version: before.updatedAt.toISOString() } });
    const lower = type.capacity !== null && type.capacity < (before.capacity ?? Number.POSITIVE_INFINITY);
    if (lower && type.capacity !== null && type.capacity < before.taken && !sure)
      return fail("capacity-below-taken", { params: { taken: before.taken, capacity: type.capacity } });
    await tx.update(participantTypes).set(type).where(ours(actor, id));
    await audit(tx, actor, "changed", id, { capacity: type.capacity, needsApproval: type.needsApproval });
    await passOnPlaces(tx, actor.conference.id);
    return ok(undefined);
  });
}

/** Archived types stay with those who have them and are offered to nobody. The last one cannot go. */
export function archiveParticipantType(
  db: Database,
  actor: Organiser,
  id: string,
  archive: boolean,
): Promise<Result> {
  return db.transaction(async (tx) => {
    // Two organisers who archive the last two at once take turns.
    await lockConference(tx, actor.conference.id);
    const others = await tx.$count(
      participantTypes,
      and(
        eq(participantTypes.conferenceId, actor.conference.id),
        ne(participantTypes.id, id),
        isNull(participantTypes.archivedAt),
      ),
    );
    if (archive && others === 0) return fail("last-type");
    const [changed] = await tx
      .update(participantTypes)
      .set({ archivedAt: archive ? realNow() : null })
      .where(ours(actor, id))
      .returning({ id: participantTypes.id });
    if (!changed) return fail("not-found");
    await audit(tx, actor, archive ? "archived" : "restored", id);
    return ok(undefined);
  });
}

/** Only what nobody uses can vanish. */
export function removeParticipantType(db: Database, actor: Organiser, id: string): Promise<Result> {
  return db.transaction(async (tx) => {
    await lockConference(tx, actor.conference.id);
    const types = await listParticipantTypes(tx, actor);
    const type = types.find((each) => each.id === id);
    if (!type) return fail("not-found");
    if (type.used) return fail("type-in-use");
    if (!type.archivedAt && types.filter(({ archivedAt }) => !archivedAt).length === 1)
      return fail("last-type");
    await tx.delete(participantTypes).where(ours(actor, id));
    await audit(tx, actor, "removed", id);
    return ok(undefined);
  });
}

export const moveParticipantType = rowMover("participantTypes", "participant-type", "moved");
