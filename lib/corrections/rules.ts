import { asksType, type Question } from "@/lib/questions/rules";

type Value = string | string[] | number | boolean;
type Answered = { questionId: string; value: Value };

/** An answer as a field of a form holds it. */
export const typedAnswer = (value: Value): string | string[] =>
  typeof value === "boolean" ? (value ? "yes" : "no") : Array.isArray(value) ? value : String(value);

/**
 * The questions as an organiser fills them in for someone: none must be answered, for nobody can be asked now;
 * and an option that was removed since can still be chosen by who has chosen it, so that saving loses nothing.
 * Of sensitive questions it is not known who has: there every option can.
 */
export const forCorrection = (questions: Question[], given: Answered[]): Question[] =>
  questions.map((question) => {
    const value = given.find(({ questionId }) => questionId === question.id)?.value;
    const chosen = new Set([value].flat());
    return {
      ...question,
      required: false,
      options: question.options.map((option) =>
        question.sensitive || chosen.has(option.value)
          ? { value: option.value, label: option.label }
          : option,
      ),
    };
  });

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
