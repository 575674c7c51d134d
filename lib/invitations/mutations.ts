import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { invitations, participantTypes } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { realNow } from "@/lib/clock";
import { passOnPlaces } from "@/lib/offers/mutations";
import { lockConference } from "@/lib/places/mutations";
import { fail, ok, type Result } from "@/lib/result";
import { codeOf, shownCode } from "@/lib/sign-in/rules";
import type { InvitationChange, InvitationInput } from "./input";
import { listInvitations } from "./queries";

type Input = z.infer<ReturnType<typeof InvitationInput>>;
type Change = z.infer<ReturnType<typeof InvitationChange>>;

/** A type of this conference that can be given now; none is any type. */
async function typeIsOpen(tx: Transaction, { conference }: Organiser, typeId: string | null) {
  if (typeId === null) return true;
  const type = and(
    eq(participantTypes.id, typeId),
    eq(participantTypes.conferenceId, conference.id),
    isNull(participantTypes.archivedAt),
  );
  return (await tx.$count(participantTypes, type)) > 0;
}

/** A code that keeps places until it expires. A code that is drawn has 40 bits: nobody guesses it. */
export function addInvitation(
  db: Database,
  actor: Organiser,
  { code, ...invitation }: Input,
): Promise<Result<{ code: string }>> {
  return db.transaction(async (tx) => {
    const { conference } = actor;
    // What a code reserves is counted under the conference's lock.
    await lockConference(tx, conference.id);
    if (!(await typeIsOpen(tx, actor, invitation.typeId))) return fail("not-found");
    const [made] = await tx
      .insert(invitations)
      .values({ ...invitation, conferenceId: conference.id, code: code || shownCode(codeOf(randomBytes(8))) })
      .onConflictDoNothing({ target: [invitations.conferenceId, invitations.code] })
      .returning({ id: invitations.id, code: invitations.code });
    if (!made) return fail("invalid", { fields: { code: ["code-taken"] } });
    await recordAudit(tx, {
      actor,
      conferenceId: conference.id,
      action: "invitation.added",
      subject: "invitation",
      subjectId: made.id,
      detail: { places: invitation.places },
    });
    return ok({ code: made.code });
  });
}

/**
 * Changes what a code is good for. Who has used it keeps the place: so it never gets fewer places than are used,
 * and another type only while nobody has used it. Places it no longer keeps go to the next in line.
 */
export function changeInvitation(
  db: Database,
  actor: Organiser,
  id: string,
  { version, ...change }: Change,
): Promise<Result> {
  return db.transaction(async (tx) => {
    const { conference } = actor;
    await lockConference(tx, conference.id);
    const before = (await listInvitations(tx, actor)).find((each) => each.id === id);
    if (!before || before.revokedAt) return fail("not-found");
    if (before.updatedAt.getTime() !== version?.getTime())
      return fail("changed-meanwhile", { values: { version: before.updatedAt.toISOString() } });
    if (change.places < before.used)
      return fail("invalid", { fields: { places: ["places-below-used"] }, params: { used: before.used } });
    if (change.typeId !== before.typeId) {
      if (before.used > 0) return fail("invalid", { fields: { typeId: ["type-of-used-code"] } });
      if (!(await typeIsOpen(tx, actor, change.typeId))) return fail("not-found");
    }
    await tx
      .update(invitations)
      .set(change)
      .where(
        and(
          eq(invitations.id, id),
          eq(invitations.conferenceId, conference.id),
          isNull(invitations.revokedAt),
        ),
      );
    await recordAudit(tx, {
      actor,
      conferenceId: conference.id,
      action: "invitation.changed",
      subject: "invitation",
      subjectId: id,
      detail: { places: change.places },
    });
    await passOnPlaces(tx, conference.id);
    return ok(undefined);
  });
}

/** Ends a code. Who has used it keeps the place; the others go to the next in line. */
export function revokeInvitation(db: Database, actor: Organiser, id: string): Promise<Result> {
  return db.transaction(async (tx) => {
    const { conference } = actor;
    await lockConference(tx, conference.id);
    const [revoked] = await tx
      .update(invitations)
      .set({ revokedAt: realNow() })
      .where(
        and(
          eq(invitations.id, id),
          eq(invitations.conferenceId, conference.id),
          isNull(invitations.revokedAt),
        ),
      )
      .returning({ id: invitations.id });
    if (!revoked) return fail("not-found");
    await recordAudit(tx, {
      actor,
      conferenceId: conference.id,
      action: "invitation.revoked",
      subject: "invitation",
      subjectId: id,
    });
    await passOnPlaces(tx, conference.id);
    return ok(undefined);
  });
}
