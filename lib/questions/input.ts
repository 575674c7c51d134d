import { z } from "zod";
import { line, lines } from "@/lib/fields";
import { isCountry } from "@/lib/i18n/countries";
import type { Question } from "./rules";

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
