import type { LocalizedText } from "@/lib/i18n/text";

export type QuestionKind = "text" | "long-text" | "one-of" | "several-of" | "yes-no" | "number" | "country";

export type Question = {
  id: string;
  kind: QuestionKind;
  label: LocalizedText;
  help: LocalizedText;
  options: { value: string; label: LocalizedText; archived?: boolean }[];
  required: boolean;
  sensitive: boolean;
  /** Empty: asked of every participant type. */
  typeIds: string[];
};

export const asksType = ({ typeIds }: Pick<Question, "typeIds">, typeId: string) =>
  typeIds.length === 0 || typeIds.includes(typeId);

/** The name of the question's field in a form; with "[]" where several boxes may be ticked. */
export const questionKey = ({ id }: Pick<Question, "id">) => `q-${id}`;
export const questionField = (question: Pick<Question, "id" | "kind">) =>
  question.kind === "several-of" ? `${questionKey(question)}[]` : questionKey(question);
