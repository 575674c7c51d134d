import { z } from "zod";
import { line, requiredLine, tick } from "@/lib/fields";
import { isCountry } from "@/lib/i18n/countries";
import { answersOf, readAnswers } from "@/lib/questions/input";
import { asksType } from "@/lib/questions/rules";
import { type Failure, type FieldValues, fail, unreadable } from "@/lib/result";
import { consentKey, type RegistrationForm, tidyInvitationCode } from "./rules";

const About = z.object({
  givenName: requiredLine(80),
  familyName: requiredLine(80),
  organisation: line(160),
  jobTitle: line(120),
  country: z
    .string()
    .default("")
    .refine((code) => code !== "", "required")
    .refine((code) => code === "" || isCountry(code), "choice"),
});

type Answer = { questionId: string; value: string | string[] | number | boolean };

export type RegistrationInput = z.infer<typeof About> & {
  typeId: string;
  invitation: string;
  answers: Answer[];
};

const Type = (form: RegistrationForm) =>
  z.string({ error: "type" }).refine((id) => form.types.some((type) => type.id === id), "type");

/**
 * Reads a form against what this conference asks of the chosen type. Fields of other types, of other
 * conferences and of archived questions are not read at all.
 */
export function readRegistration(
  form: RegistrationForm,
  values: FieldValues,
): { ok: true; data: RegistrationInput } | Failure {
  const typeId = typeof values.typeId === "string" ? values.typeId : "";
  const asked = form.questions.filter((question) => asksType(question, typeId));
  const schema = z.object({
    ...About.shape,
    typeId: Type(form),
    invitation: line(60).transform(tidyInvitationCode),
    answers: answersOf(asked),
  });
  const parsed = schema.safeParse({ ...values, answers: values });
  if (!parsed.success) return unreadable(parsed.error, values);
  const { answers, ...rest } = parsed.data;
  return {
    ok: true,
    data: {
      ...rest,
      answers: readAnswers(asked, answers),
    },
  };
}

/** The versions of wordings that were ticked. A box of an older wording is not read: nobody agreed to the new one. */
function readConsents(
  { consents }: Pick<RegistrationForm, "consents">,
  values: FieldValues,
): { ok: true; data: string[] } | Failure {
  const schema = z.object(
    Object.fromEntries(
      consents.map((consent) => [
        consentKey(consent),
        tick.refine((ticked) => ticked || !consent.required, "consent"),
      ]),
    ),
  );
  const parsed = schema.safeParse(values);
  if (!parsed.success) return unreadable(parsed.error, values);
  return {
    ok: true,
    data: consents.filter((consent) => parsed.data[consentKey(consent)]).map(({ versionId }) => versionId),
  };
}

/** Both at once, so that every error of a form is shown at the first try. */
export function readForm(
  form: RegistrationForm,
  values: FieldValues,
): { ok: true; data: { input: RegistrationInput; consents: string[] } } | Failure {
  const input = readRegistration(form, values);
  const consents = readConsents(form, values);
  if (input.ok && consents.ok) return { ok: true, data: { input: input.data, consents: consents.data } };
  const fields = { ...(input.ok ? {} : input.fields), ...(consents.ok ? {} : consents.fields) };
  return fail("invalid", { fields, values });
}
