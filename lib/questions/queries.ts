import { and, asc, eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { answers, questions, sensitiveAnswers } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";

const answered = sql<number>`((select count(*)::int from ${answers} where ${answers.questionId} = ${questions.id})
  + (select count(*)::int from ${sensitiveAnswers} where ${sensitiveAnswers.questionId} = ${questions.id}))`;

const columns = {
  id: questions.id,
  kind: questions.kind,
  label: questions.label,
  help: questions.help,
  options: questions.options,
  required: questions.required,
  sensitive: questions.sensitive,
  typeIds: questions.typeIds,
  archivedAt: questions.archivedAt,
  updatedAt: questions.updatedAt,
  answered,
};

/** Every question of the conference in its order, the archived ones last, with how many answers it has. */
export async function listQuestions(executor: Executor, { conference }: Organiser) {
  return executor
    .select(columns)
    .from(questions)
    .where(eq(questions.conferenceId, conference.id))
    .orderBy(sql`${questions.archivedAt} is not null`, asc(questions.position), asc(questions.createdAt));
}

export type DeskQuestion = Awaited<ReturnType<typeof listQuestions>>[number];

export async function findQuestion(executor: Executor, { conference }: Organiser, id: string) {
  const [question] = await executor
    .select(columns)
    .from(questions)
    .where(and(eq(questions.id, id), eq(questions.conferenceId, conference.id)));
  return question;
}

/** The options of a question that someone has chosen. */
export async function usedOptions(executor: Executor, questionId: string): Promise<Set<string>> {
  const rows = await executor.execute<{ value: string }>(sql`
    select distinct jsonb_array_elements_text(
      case jsonb_typeof(value) when 'array' then value else jsonb_build_array(value) end) as value
    from (select value from ${answers} where ${answers.questionId} = ${questionId}
      union all select value from ${sensitiveAnswers} where ${sensitiveAnswers.questionId} = ${questionId}) as given`);
  return new Set(rows.map(({ value }) => value));
}
