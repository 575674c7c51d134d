import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Database } from "@/db/client";
import { invitations, participantTypes } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { realNow } from "@/lib/clock";
import { passOnPlaces } from "@/lib/offers/mutations";
import { lockConference } from "@/lib/places/mutations";
import { fail, ok, type Result } from "@/lib/result";
import { codeOf, shownCode } from "@/lib/sign-in/rules";
import type { InvitationInput } from "./input";

type Input = z.infer<ReturnType<typeof InvitationInput>>;

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
    if (invitation.typeId) {
      const type = and(
        eq(participantTypes.id, invitation.typeId),
        eq(participantTypes.conferenceId, conference.id),
        isNull(participantTypes.archivedAt),
      );
      if ((await tx.$count(participantTypes, type)) === 0) return fail("not-found");
    }
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
