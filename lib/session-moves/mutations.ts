import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Database } from "@/db/client";
import { sessions } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { recordChange } from "@/lib/drafts/mutations";
import { fail, ok, type Result } from "@/lib/result";
import { changedFields, choicesThere, currentSession, refuseClashes } from "@/lib/session-checks/queries";
import type { MoveInput } from "./input";

/** Another time or room, by hand in the grid or by the keyboard. Answers the new version, for taking it back. */
export function placeSession(
  db: Database,
  actor: Organiser,
  { id, version, roomId, startsAt, endsAt, knowing }: z.infer<ReturnType<typeof MoveInput>>,
): Promise<Result<{ version: number }>> {
  return db.transaction(async (tx) => {
    const found = await currentSession(tx, actor, id, version);
    if (!found.ok) return found;
    const { before, all } = found.data;
    if (!(await choicesThere(tx, actor, { roomId }))) return fail("choice-gone");
    const after = { ...before, roomId, startsAt, endsAt };
    const clash = await refuseClashes(tx, actor, { after, before, all, knowing });
    if (clash) return clash;
    const fields = changedFields(before, after);
    if (fields.length === 0) return ok({ version });
    await tx
      .update(sessions)
      .set({ roomId, startsAt, endsAt, version: version + 1 })
      .where(
        and(
          eq(sessions.id, id),
          eq(sessions.conferenceId, actor.conference.id),
          eq(sessions.version, version),
        ),
      );
    await recordChange(tx, actor, "session", "moved", id, { version: version + 1, fields });
    return ok({ version: version + 1 });
  });
}
