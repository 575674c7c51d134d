import { z } from "zod";
import { gather, line, lines, listOfLines, localizedShape, rowVersion, tick } from "@/lib/fields";
import { isCountry } from "@/lib/i18n/countries";
import { hasOptions, type Question, questionKey, questionKinds } from "./rules";

const MAX_LINE = 300;
const MAX_TEXT = 4000;

/** What a form may answer to this question. null: left empty. Messages are keys under "errors". */
export function answerOf(question: Pick<Question, "kind" | "required" | "options">) {
  const given = <T>(schema: z.ZodType<T | null, string | undefined>) =>
    schema.refine((value) => !question.required || value !== null, "required");
  const chosen = question.options.filter(({ archived }) => !archived).map(({ value }) => value);
  const oneOf = (allowed: (value: string) => boolean) =>
    given(
      z
        .string()
        .default("")
        .refine((value) => value === "" || allowed(value), "choice")
        .transform((value) => value || null),
    );
  switch (question.kind) {
    case "text":
      return given(line(MAX_LINE).transform((text) => text || null));
    case "long-text":
      return given(lines(MAX_TEXT).transform((text) => text || null));
    case "number":
      return given(
        line(20)
          .refine((text) => text === "" || /^-?\d{1,9}([.,]\d{1,6})?$/.test(text), "number")
          .transform((text) => (text === "" ? null : Number(text.replace(",", ".")))),
      );
    case "yes-no":
      return given(
        z
          .enum(["yes", "no", ""], "choice")
          .default("")
          .transform((value) => (value === "" ? null : value === "yes")),
      );
    case "country":
      return oneOf(isCountry);
    case "one-of":
      return oneOf((value) => chosen.includes(value));
    case "several-of":
      return z
        .array(z.string())
        .default([])
        .refine((values) => values.every((value) => chosen.includes(value)), "choice")
        .transform((values) => (values.length > 0 ? [...new Set(values)] : null))
        .refine((values) => !question.required || values !== null, "required");
  }
}

type Value = string | string[] | number | boolean;

/** The answers of a form to these questions, each under the question's key. */
export const answersOf = (asked: Question[]) =>
  z.object(Object.fromEntries(asked.map((question) => [questionKey(question), answerOf(question)])));

/** Those that were given. */
export function readAnswers(asked: Question[], answers: Record<string, unknown>) {
  return asked.flatMap((question) => {
    const value = (answers as Record<string, Value | null>)[questionKey(question)] ?? null;
    return value === null ? [] : [{ questionId: question.id, value }];
  });
}

/**
 * What an organiser writes of a question. `main` is the conference's language; `options` are those it has, each
 * edited in fields called after its value; new ones come as lines in the main language.
 */
export const QuestionInput = (main: string, options: Question["options"]) => {
  const field = ({ value }: { value: string }, name: string) => `option.${value}.${name}`;
  const shape = Object.fromEntries(
    options.flatMap((option) => [
      ...Object.entries(localizedShape(field(option, "label"), 200)),
      [field(option, "removed"), tick],
      [field(option, "position"), z.coerce.number().int().catch(0)],
    ]),
  );
  return z
    .object({
      version: rowVersion,
      kind: z.enum(questionKinds, "required"),
      ...localizedShape("label", 300, { main }),
      ...localizedShape("help", 600, { many: true }),
      required: tick,
      sensitive: tick,
      typeIds: z.array(z.uuid("invalid")).max(500, "too-long").default([]),
      added: listOfLines(200, 200),
    })
    .and(z.object(shape))
    .transform((values, context) => {
      const given = values as Record<string, unknown>;
      const edited = options.map((option) => {
        const label = gather(given, field(option, "label"));
        const removed = given[field(option, "removed")] === true;
        if (!removed && !label[main])
          context.addIssue({ code: "custom", path: [field(option, `label.${main}`)], message: "required" });
        return { value: option.value, label, removed, position: Number(given[field(option, "position")]) };
      });
      const left = edited.some(({ removed }) => !removed) || values.added.length > 0;
      if (hasOptions(values.kind) && !left)
        context.addIssue({ code: "custom", path: ["added"], message: "options-missing" });
      return {
        version: values.version,
        edited,
        added: values.added,
        question: {
          kind: values.kind,
          label: gather(given, "label"),
          help: gather(given, "help"),
          required: values.required,
          sensitive: values.sensitive,
          typeIds: [...new Set(values.typeIds)],
        },
      };
    });
};
