import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Database, Executor } from "@/db/client";
import { imports, sessions } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { writeDraft } from "@/lib/contents/mutations";
import { lockDraft } from "@/lib/drafts/mutations";
import { readScheduleJson } from "@/lib/import-json/input";
import { mergeFile } from "@/lib/import-merges/rules";
import { readScheduleTable } from "@/lib/import-tables/input";
import { countSeats } from "@/lib/lines/queries";
import { stateOf } from "@/lib/publishing/queries";
import { readDraft } from "@/lib/releases/queries";
import { sameContent } from "@/lib/releases/rules";
import { fail, ok, type Result } from "@/lib/result";
import { findImport } from "./queries";
import { goneFrom, type Reading } from "./rules";

export type Upload = { format: "json" | "csv"; fileName: string; content: string; keepsOthers: boolean };

export const readUpload = (
  { format, content }: Pick<Upload, "format" | "content">,
  { conference }: Organiser,
): Reading =>
  format === "json" ? readScheduleJson(content, conference) : readScheduleTable(content, conference);

/** Keeps a file that was read without a fault, until the organiser has seen what it would change. */
export async function keepUpload(db: Database, { conference }: Organiser, upload: Upload): Promise<string> {
  const [made] = await db
    .insert(imports)
    .values({ conferenceId: conference.id, ...upload })
    .returning({ id: imports.id });
  if (!made) throw new Error("The import was not written");
  return made.id;
}

/** What the draft would say, and what it says now. */
export async function planImport(executor: Executor, organiser: Organiser, upload: Upload) {
  const { conference } = organiser;
  const reading = readUpload(upload, organiser);
  // It was read without a fault when it was uploaded; the conference's days may have changed since.
  if (!reading.ok) return undefined;
  const draft = await readDraft(executor, conference);
  const ids = reading.file.sessions.flatMap(({ id }) => id ?? []);
  const rows =
    ids.length > 0
      ? await executor
          .select({ id: sessions.id, conferenceId: sessions.conferenceId })
          .from(sessions)
          .where(inArray(sessions.id, ids))
      : [];
  const foreign = new Set(rows.filter((row) => row.conferenceId !== conference.id).map(({ id }) => id));
  const removed = await executor
    .select({ slug: sessions.slug })
    .from(sessions)
    .where(and(eq(sessions.conferenceId, conference.id), isNotNull(sessions.removedAt)));
  const content = mergeFile(draft, reading.file, {
    locale: conference.locale,
    keepsOthers: upload.keepsOthers,
    newId: randomUUID,
    isFree: (id) => !foreign.has(id),
    takenSlugs: removed.map(({ slug }) => slug),
  });
  const counts = await countSeats(
    executor,
    draft.sessions.map(({ id }) => id),
  );
  const losing = goneFrom(draft, content).filter(({ id }) => counts.has(id));
  return { draft, content, counts, losing };
}

/** Takes the file over into the draft, all or nothing. The public sees it with the next release. */
export function applyImport(
  db: Database,
  organiser: Organiser,
  { id, seen, sure }: { id: string; seen: string; sure: boolean },
): Promise<Result> {
  return db.transaction(async (tx): Promise<Result> => {
    const { conference } = organiser;
    await lockDraft(tx, conference.id);
    const found = await findImport(tx, organiser, id);
    if (!found) return fail("not-found");
    const plan = await planImport(tx, organiser, found);
    if (!plan) return fail("import-outdated");
    if (seen !== stateOf(plan.draft, 0)) return fail("draft-changed");
    if (plan.losing.length > 0 && !sure) return fail("import-unsure");
    if (!sameContent(plan.draft, plan.content))
      await writeDraft(tx, organiser, conferenceNow(conference), plan.content);
    await tx.delete(imports).where(and(eq(imports.id, id), eq(imports.conferenceId, conference.id)));
    await recordAudit(tx, {
      actor: organiser,
      conferenceId: conference.id,
      action: "programme.imported",
      subject: "conference",
      subjectId: conference.id,
      detail: { format: found.format, sessions: plan.content.sessions.length },
    });
    return ok(undefined);
  });
}
