import { and, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { answers, participantTypes, questions, sensitiveAnswers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { fail, ok, type Result } from "@/lib/result";
import { rowArchiver, rowMover } from "@/lib/row-mutations";
import type { QuestionInput } from "./input";
import { findQuestion, usedOptions } from "./queries";
import { changedOptions, hasOptions, kindChange } from "./rules";

type Input = z.infer<ReturnType<typeof QuestionInput>>;

const ours = ({ conference }: Organiser, id: string) =>
  and(eq(questions.id, id), eq(questions.conferenceId, conference.id));

const audit = (tx: Transaction, actor: Organiser, action: string, id: string, detail: object = {}) =>
  recordAudit(tx, {
    actor,
    conferenceId: actor.conference.id,
    action: `question.${action}`,
    subject: "question",
    subjectId: id,
    detail: { ...detail },
  });

/** The question, locked. Who writes an answer to it waits, because the answer's foreign key locks it too. */
async function locked(tx: Transaction, actor: Organiser, id: string) {
  await tx.select({ id: questions.id }).from(questions).where(ours(actor, id)).for("update");
  return findQuestion(tx, actor, id);
}

/** Whether all of them are participant types of the conference. */
async function typesAreOurs(tx: Transaction, { conference }: Organiser, ids: string[]) {
  if (ids.length === 0) return true;
  const found = await tx.$count(
    participantTypes,
    and(eq(participantTypes.conferenceId, conference.id), inArray(participantTypes.id, ids)),
  );
  return found === ids.length;
}

export function addQuestion(db: Database, actor: Organiser, input: Input): Promise<Result<string>> {
  return db.transaction(async (tx) => {
    if (!(await typesAreOurs(tx, actor, input.question.typeIds))) return fail("not-found");
    const options = hasOptions(input.question.kind)
      ? changedOptions([], [], input.added, new Set(), actor.conference.locale)
      : [];
    const [made] = await tx
      .insert(questions)
      .values({
        ...input.question,
        options,
        conferenceId: actor.conference.id,
        position: sql`(select coalesce(max(position), -1) + 1 from ${questions}
          where ${questions.conferenceId} = ${actor.conference.id})`,
      })
      .returning({ id: questions.id });
    if (!made) throw new Error("The question was not written");
    await audit(tx, actor, "added", made.id, { kind: input.question.kind });
    return ok(made.id);
  });
}

const rewritten = {
  kept: undefined,
  "in-a-list": sql`jsonb_build_array(value)`,
  "as-text": sql`to_jsonb(value #>> '{}')`,
};

/** Changes a question and keeps its answers: in the shape of the new kind, and in the table where they belong. */
export function changeQuestion(
  db: Database,
  actor: Organiser,
  id: string,
  { version, question, edited, added }: Input,
): Promise<Result> {
  return db.transaction(async (tx) => {
    const before = await locked(tx, actor, id);
    if (!before) return fail("not-found");
    if (before.updatedAt.getTime() !== version?.getTime())
      return fail("changed-meanwhile", { values: { version: before.updatedAt.toISOString() } });
    if (!(await typesAreOurs(tx, actor, question.typeIds))) return fail("not-found");
    const change = kindChange(before.kind, question.kind);
    if (!change && before.answered > 0)
      return fail("invalid", {
        fields: { kind: ["kind-has-answers"] },
        params: { answers: before.answered },
      });
    const used = before.answered > 0 ? await usedOptions(tx, id) : new Set<string>();
    const options = hasOptions(question.kind)
      ? changedOptions(before.options, edited, added, used, actor.conference.locale)
      : before.options.filter(({ value }) => used.has(value));
    await tx
      .update(questions)
      .set({ ...question, options })
      .where(ours(actor, id));
    const value = change && rewritten[change];
    for (const table of [answers, sensitiveAnswers]) {
      if (value) await tx.update(table).set({ value }).where(eq(table.questionId, id));
    }
    const [from, to] = question.sensitive ? [answers, sensitiveAnswers] : [sensitiveAnswers, answers];
    await tx.execute(sql`
      with moved as (delete from ${from} where question_id = ${id} returning registration_id, question_id, value)
      insert into ${to} (registration_id, question_id, value) select registration_id, question_id, value from moved
      on conflict do nothing`);
    await audit(tx, actor, "changed", id, {
      kind: question.kind,
      ...(before.sensitive === question.sensitive ? {} : { sensitive: question.sensitive }),
    });
    return ok(undefined);
  });
}

/** An archived question is asked of nobody; its answers stay. */
export const archiveQuestion = rowArchiver("questions", "question");

/** Only a question that nobody has answered can vanish. */
export function removeQuestion(db: Database, actor: Organiser, id: string): Promise<Result> {
  return db.transaction(async (tx) => {
    const question = await locked(tx, actor, id);
    if (!question) return fail("not-found");
    if (question.answered > 0) return fail("question-has-answers");
    await tx.delete(questions).where(ours(actor, id));
    await audit(tx, actor, "removed", id);
    return ok(undefined);
  });
}

export const moveQuestion = rowMover("questions", "question", "moved");
