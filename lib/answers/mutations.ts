import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type AnswerValue, answers, questions, sensitiveAnswers } from "@/db/schema";

export type Answer = { questionId: string; value: AnswerValue };

/**
 * Writes the answers of a registration: the sensitive ones into their own table. Which ones these are is asked of
 * the questions in the same statement, under their lock: the form may have been read before a question was made
 * sensitive, and what has moved then is not moved again.
 */
export function writeAnswers(tx: Transaction, registrationId: string, given: Answer[]): Promise<unknown>[] {
  if (given.length === 0) return [];
  const rows = JSON.stringify(given.map(({ questionId, value }) => ({ question_id: questionId, value })));
  const written = tx.execute(sql`
    with given as materialized (
      select asked.id, asked.sensitive, typed.value
      from jsonb_to_recordset(${rows}::jsonb) as typed(question_id uuid, value jsonb)
      join ${questions} as asked on asked.id = typed.question_id
      for key share of asked),
    apart as (
      insert into ${sensitiveAnswers} (registration_id, question_id, value)
      select ${registrationId}::uuid, id, value from given where sensitive)
    insert into ${answers} (registration_id, question_id, value)
    select ${registrationId}::uuid, id, value from given where not sensitive`);
  return [written.execute()];
}

/**
 * Forgets what was answered to these questions; answers to archived ones stay. The questions are locked first:
 * answers that are moved to the other table meanwhile would be missed in both.
 */
export function forgetAnswers(
  tx: Transaction,
  registrationId: string,
  questionIds: string[],
): Promise<unknown>[] {
  if (questionIds.length === 0) return [];
  return [
    tx
      .select({ id: questions.id })
      .from(questions)
      .where(inArray(questions.id, questionIds))
      .orderBy(questions.id)
      .for("key share")
      .execute(),
    ...[answers, sensitiveAnswers].map((table) =>
      tx
        .delete(table)
        .where(and(eq(table.registrationId, registrationId), inArray(table.questionId, questionIds)))
        .execute(),
    ),
  ];
}
