import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { imports } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { writeDraft } from "@/lib/contents/mutations";
import { lockDraft } from "@/lib/drafts/mutations";
import { planImport } from "@/lib/import-plans/queries";
import { stateOf } from "@/lib/publishing/queries";
import { sameContent } from "@/lib/releases/rules";
import { fail, ok, type Result } from "@/lib/result";
import type { ApplyValues, Upload } from "./input";
import { findImport } from "./queries";

/** Keeps a file that was read without a fault, until the organiser has seen what it would change. */
export async function keepUpload(db: Database, { conference }: Organiser, upload: Upload): Promise<string> {
  const [made] = await db
    .insert(imports)
    .values({ conferenceId: conference.id, ...upload })
    .returning({ id: imports.id });
  if (!made) throw new Error("The import was not written");
  return made.id;
}

/** Takes the file over into the draft, all or nothing. The public sees it with the next release. */
export function applyImport(
  db: Database,
  organiser: Organiser,
  { id, seen, sure, clashes, knowing }: ApplyValues & { id: string },
): Promise<Result> {
  return db.transaction(async (tx): Promise<Result> => {
    const { conference } = organiser;
    await lockDraft(tx, conference.id);
    const found = await findImport(tx, organiser, id);
    if (!found) return fail("not-found");
    const plan = await planImport(tx, organiser, found);
    if (!plan) return fail("import-outdated");
    if (seen !== stateOf(plan.draft, 0)) return fail("draft-changed");
    if (plan.losing.length + plan.unbooked.length > 0 && !sure) return fail("import-unsure");
    // People book seats meanwhile: a clash that was not shown is asked about, too.
    const brought = plan.clashes.length;
    if (brought > 0 && !(knowing && clashes === brought))
      return fail("import-clashes", { params: { count: brought } });
    if (!sameContent(plan.draft, plan.content))
      await writeDraft(tx, organiser, conferenceNow(conference), plan.content);
    await tx.delete(imports).where(and(eq(imports.id, id), eq(imports.conferenceId, conference.id)));
    await recordAudit(tx, {
      actor: organiser,
      conferenceId: conference.id,
      action: "programme.imported",
      subject: "conference",
      subjectId: conference.id,
      detail: { format: found.format, sessions: plan.content.sessions.length, clashes: brought },
    });
    return ok(undefined);
  });
}
