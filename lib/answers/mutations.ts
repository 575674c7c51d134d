import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type AnswerValue, answers, sensitiveAnswers } from "@/db/schema";

export type Answer = { questionId: string; value: AnswerValue; sensitive: boolean };

const tables = [
  { table: answers, sensitive: false },
  { table: sensitiveAnswers, sensitive: true },
] as const;

/** Writes the answers of a new registration: the sensitive ones into their own table. */
export function writeAnswers(tx: Transaction, registrationId: string, given: Answer[]): Promise<unknown>[] {
  return tables.flatMap(({ table, sensitive }) => {
    const rows = given
      .filter((answer) => answer.sensitive === sensitive)
      .map(({ questionId, value }) => ({ registrationId, questionId, value }));
    return rows.length > 0 ? [tx.insert(table).values(rows).execute()] : [];
  });
}

/** Forgets what was answered to these questions; answers to archived ones stay. */
export function forgetAnswers(
  tx: Transaction,
  registrationId: string,
  questionIds: string[],
): Promise<unknown>[] {
  if (questionIds.length === 0) return [];
  return tables.map(({ table }) =>
    tx
      .delete(table)
      .where(and(eq(table.registrationId, registrationId), inArray(table.questionId, questionIds)))
      .execute(),
  );
}
