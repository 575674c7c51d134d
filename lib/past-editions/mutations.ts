import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { editions } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { fail, ok, type Result } from "@/lib/result";
import type { EditionInput } from "./input";
import { asSeen } from "./rules";

type Input = z.infer<typeof EditionInput>;

const ours = ({ conference }: Organiser, id: string) =>
  and(eq(editions.id, id), eq(editions.conferenceId, conference.id));

const audit = (tx: Transaction, actor: Organiser, action: string, id: string, edition: number) =>
  recordAudit(tx, {
    actor,
    conferenceId: actor.conference.id,
    action: `edition.${action}`,
    subject: "edition",
    subjectId: id,
    detail: { edition },
  });

export function addEdition(db: Database, actor: Organiser, { facts }: Input): Promise<Result<string>> {
  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(editions)
      .values({ ...facts, conferenceId: actor.conference.id })
      .returning({ id: editions.id });
    if (!made) throw new Error("The edition was not written");
    await audit(tx, actor, "added", made.id, facts.edition);
    return ok(made.id);
  });
}

export function changeEdition(
  db: Database,
  actor: Organiser,
  id: string,
  { seen, facts }: Input,
): Promise<Result> {
  return db.transaction(async (tx) => {
    const [before] = await tx.select().from(editions).where(ours(actor, id)).for("update");
    if (!before) return fail("not-found");
    if (asSeen(before) !== seen) return fail("changed-meanwhile", { values: { seen: asSeen(before) } });
    await tx.update(editions).set(facts).where(ours(actor, id));
    await audit(tx, actor, "changed", id, facts.edition);
    return ok(undefined);
  });
}

export function removeEdition(db: Database, actor: Organiser, id: string): Promise<Result> {
  return db.transaction(async (tx) => {
    const [gone] = await tx.delete(editions).where(ours(actor, id)).returning({ edition: editions.edition });
    if (!gone) return fail("not-found");
    await audit(tx, actor, "removed", id, gone.edition);
    return ok(undefined);
  });
}
