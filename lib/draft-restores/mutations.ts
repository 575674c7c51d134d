import type { Database } from "@/db/client";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { writeDraft } from "@/lib/contents/mutations";
import { lockDraft } from "@/lib/drafts/mutations";
import { stateOf } from "@/lib/publishing/queries";
import { findRelease, readDraft } from "@/lib/releases/queries";
import { sameContent } from "@/lib/releases/rules";
import { fail, ok, type Result } from "@/lib/result";

/**
 * Puts the draft back to what a release said. `seen`: the state of the draft that the organiser was shown, so
 * that no work of another organiser is lost unseen. The public sees nothing of it.
 */
export function restoreDraft(
  db: Database,
  organiser: Organiser,
  { number, seen }: { number: number; seen: string },
): Promise<Result> {
  return db.transaction(async (tx) => {
    const { conference } = organiser;
    await lockDraft(tx, conference.id);
    const found = await findRelease(tx, organiser, number);
    if (!found) return fail("not-found");
    const draft = await readDraft(tx, conference);
    if (sameContent(draft, found.content)) return fail("nothing-to-restore");
    if (seen !== stateOf(draft, number)) return fail("draft-changed");
    await writeDraft(tx, organiser, conferenceNow(conference), found.content);
    await recordAudit(tx, {
      actor: organiser,
      conferenceId: conference.id,
      action: "release.restored",
      subject: "release",
      subjectId: found.id,
      detail: { number },
    });
    return ok(undefined);
  });
}
