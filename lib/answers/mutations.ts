import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type AnswerValue, answers, questions, sensitiveAnswers } from "@/db/schema";

export type GivenAnswer = { registrationId: string; questionId: string; value: AnswerValue };

/**
 * Writes answers of any number of registrations: the sensitive ones into their own table. Which ones these are is
 * asked of the questions in the same statement, under their lock: the form may have been read before a question
 * was made sensitive, and what has moved then is not moved again.
 */
export function writeAnswers(tx: Transaction, given: GivenAnswer[]): Promise<unknown>[] {
  if (given.length === 0) return [];
  const rows = JSON.stringify(
    given.map(({ registrationId, questionId, value }) => ({
      registration_id: registrationId,
      question_id: questionId,
      value,
    })),
  );
  const written = tx.execute(sql`
    with asked as materialized (
      select ${questions.id}, ${questions.sensitive} from ${questions}
      where ${questions.id} in (select question_id from jsonb_to_recordset(${rows}::jsonb) as typed(question_id uuid))
      order by ${questions.id} for key share),
    given as materialized (
      select typed.registration_id, asked.id, asked.sensitive, typed.value
      from jsonb_to_recordset(${rows}::jsonb) as typed(registration_id uuid, question_id uuid, value jsonb)
      join asked on asked.id = typed.question_id),
    apart as (
      insert into ${sensitiveAnswers} (registration_id, question_id, value)
      select registration_id, id, value from given where sensitive)
    insert into ${answers} (registration_id, question_id, value)
    select registration_id, id, value from given where not sensitive`);
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
