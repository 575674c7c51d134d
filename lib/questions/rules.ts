import type { QuestionKind } from "@/db/schema/kinds";
import { slugOf } from "@/lib/conferences/rules";
import type { LocalizedText } from "@/lib/i18n/text";

export { type QuestionKind, questionKinds } from "@/db/schema/kinds";

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

type Given = { questionId: string; value: string | string[] | number | boolean };

/**
 * The questions as they are asked of someone who has answered: an option that was removed since can still be
 * chosen by who has chosen it, so that saving loses nothing.
 */
export const withChosenOptions = (questions: Question[], given: Given[]): Question[] =>
  questions.map((question) => {
    const chosen = new Set([given.find(({ questionId }) => questionId === question.id)?.value].flat());
    return {
      ...question,
      options: question.options.map((option) =>
        chosen.has(option.value) ? { value: option.value, label: option.label } : option,
      ),
    };
  });

export const hasOptions = (kind: QuestionKind) => kind === "one-of" || kind === "several-of";

type Option = Question["options"][number];
type Edited = { value: string; label: LocalizedText; removed: boolean; position: number };

/** A value for a new option: its label as a word of small letters, unlike every other value. */
function newValue(label: string, taken: ReadonlySet<string>): string {
  const word = slugOf(label, 40) || "option";
  let value = word;
  for (let number = 2; taken.has(value); number += 1) value = `${word}-${number}`;
  return value;
}

/**
 * The options of a question after an edit. A renamed option keeps its value, so answers stay; a removed one
 * stays as archived when someone has chosen it (`used`), and goes when nobody has. A new option (its label in
 * the language `main`) that is called like an archived one brings that back; one that is there already is
 * not added twice.
 */
export function changedOptions(
  before: Option[],
  edited: Edited[],
  added: string[],
  used: ReadonlySet<string>,
  main: string,
): Option[] {
  const edits = new Map(edited.map((edit) => [edit.value, edit]));
  const place = ({ value }: Option, index: number) => edits.get(value)?.position ?? index + 1;
  const kept = before
    .map((option, index) => ({ option, place: place(option, index), index }))
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .flatMap(({ option }): Option[] => {
      const edit = edits.get(option.value);
      if (!edit) return [option];
      const { archived: _, ...active } = { ...option, label: edit.label };
      if (!edit.removed) return [active];
      return used.has(option.value) ? [{ ...active, archived: true }] : [];
    });
  for (const label of added) {
    const same = kept.findIndex(
      (option) => option.label[main]?.toLocaleLowerCase() === label.toLocaleLowerCase(),
    );
    const found = kept[same];
    if (found) {
      const { archived: _, ...active } = found;
      kept[same] = active;
    } else {
      kept.push({
        value: newValue(label, new Set(kept.map(({ value }) => value))),
        label: { [main]: label },
      });
    }
  }
  return kept;
}

/** What becomes of the answers when a question changes its kind; undefined: they could not be kept. */
export function kindChange(
  from: QuestionKind,
  to: QuestionKind,
): "kept" | "in-a-list" | "as-text" | undefined {
  if (from === to || (from === "text" && to === "long-text")) return "kept";
  if (from === "one-of" && to === "several-of") return "in-a-list";
  if (from === "number" && (to === "text" || to === "long-text")) return "as-text";
  return undefined;
}
