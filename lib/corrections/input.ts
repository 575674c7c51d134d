import { z } from "zod";
import { line, requiredLine } from "@/lib/fields";
import { isCountry } from "@/lib/i18n/countries";
import { locales } from "@/lib/i18n/locales";
import { answersOf, readAnswers } from "@/lib/questions/input";
import { asksType, type Question } from "@/lib/questions/rules";
import type { RegistrationForm } from "@/lib/registration-forms/rules";
import { type FieldValues, unreadable } from "@/lib/result";

const About = z.object({
  givenName: requiredLine(80),
  familyName: requiredLine(80),
  organisation: line(160),
  jobTitle: line(120),
  country: z.string().default("").refine(isCountry, "required"),
  locale: z.enum(locales, "required"),
});
export type About = z.infer<typeof About>;

/** What an organiser corrects in someone's registration; sensitive answers have a form of their own. */
export function readCorrection(form: RegistrationForm, questions: Question[], values: FieldValues) {
  const typeId = typeof values.typeId === "string" ? values.typeId : "";
  const asked = questions.filter((question) => !question.sensitive && asksType(question, typeId));
  const schema = z.object({
    ...About.shape,
    typeId: z.string({ error: "type" }).refine((id) => form.types.some((type) => type.id === id), "type"),
    answers: answersOf(asked),
  });
  const parsed = schema.safeParse({ ...values, answers: values });
  if (!parsed.success) return unreadable(parsed.error, values);
  const { answers, typeId: type, ...about } = parsed.data;
  return { ok: true as const, data: { about, typeId: type, asked, answers: readAnswers(asked, answers) } };
}

/** Sensitive answers alone. */
export function readSensitive(asked: Question[], values: FieldValues) {
  const parsed = z.object({ answers: answersOf(asked) }).safeParse({ answers: values });
  if (!parsed.success) return unreadable(parsed.error, values);
  return { ok: true as const, data: readAnswers(asked, parsed.data.answers) };
}
