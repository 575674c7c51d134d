import { asksType, type Question, questionKey, withChosenOptions } from "@/lib/questions/rules";
import type { FieldValues } from "@/lib/result";

type Value = string | string[] | number | boolean;
type Answered = { questionId: string; value: Value };

/** An answer as a field of a form holds it. */
export const typedAnswer = (value: Value): string | string[] =>
  typeof value === "boolean" ? (value ? "yes" : "no") : Array.isArray(value) ? value : String(value);

type Person = Record<"typeId" | "givenName" | "familyName" | "organisation" | "jobTitle" | "country", string>;

/** A registration and its answers as the fields of a form hold them. */
export const written = (
  { typeId, givenName, familyName, organisation, jobTitle, country }: Person,
  answers: Answered[],
): FieldValues => ({
  typeId,
  givenName,
  familyName,
  organisation,
  jobTitle,
  country,
  ...writtenAnswers(answers),
});

export const writtenAnswers = (answers: Answered[]): FieldValues =>
  Object.fromEntries(
    answers.map(({ questionId, value }) => [questionKey({ id: questionId }), typedAnswer(value)]),
  );

/** The same answers, with an empty field for each question that has none. */
export const wantedAnswers = (asked: { id: string }[], answers: Answered[]): FieldValues => ({
  ...Object.fromEntries(asked.map((question) => [questionKey(question), ""])),
  ...writtenAnswers(answers),
});

/**
 * The questions as an organiser fills them in for someone: none must be answered, for nobody can be asked now.
 * Of sensitive questions it is not known what was chosen: there every option can be, removed ones too.
 */
export const forCorrection = (questions: Question[], given: Answered[]): Question[] =>
  withChosenOptions(questions, given).map((question) => ({
    ...question,
    required: false,
    options: question.sensitive
      ? question.options.map(({ value, label }) => ({ value, label }))
      : question.options,
  }));

/** What the form for sensitive answers asks; what it does not show stays as it is. */
export const sensitiveQuestions = (questions: Question[], typeId: string): Question[] =>
  questions.filter((question) => question.sensitive && asksType(question, typeId));

const same = (a: Value | undefined, b: Value | undefined) => JSON.stringify(a) === JSON.stringify(b);

/** How many of the asked questions are answered otherwise than before. */
export const countChanged = (asked: { id: string }[], before: Answered[], after: Answered[]): number => {
  const answerTo = (answers: Answered[], id: string) =>
    answers.find(({ questionId }) => questionId === id)?.value;
  return asked.filter(({ id }) => !same(answerTo(before, id), answerTo(after, id))).length;
};
