import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { conferenceNow } from "@/lib/clock";
import type { Conference } from "@/lib/conferences/queries";
import { listCountries } from "@/lib/i18n/countries";
import type { Locale } from "@/lib/i18n/locales";
import { localize, localizedIn } from "@/lib/i18n/text";
import { findPlaceCount } from "@/lib/places/queries";
import { type Question, questionField, questionKey } from "@/lib/questions/rules";
import { consentKey, type RegistrationForm } from "@/lib/registration-forms/rules";
import type { FormSpec, FormWords, QuestionSpec, TypeSpec } from "./spec";

type Here = Conference & { reader: Locale };

type Options = {
  /** With the options that were removed: the form shows them to who has chosen them. */
  removedOptions?: boolean;
};

/** The form of a conference in the reader's language, with how many places each type has left. */
export async function formSpec(
  conference: Here,
  form: RegistrationForm,
  { removedOptions = false }: Options = {},
): Promise<FormSpec> {
  const { reader, locale } = conference;
  const [t, places] = await Promise.all([
    getTranslations("registration.form"),
    findPlaceCount(db, conference.id, conferenceNow(conference)),
  ]);
  const typeSpec = ({ id, name, needsApproval }: RegistrationForm["types"][number]): TypeSpec => {
    const left = places.types[id]?.left ?? 0;
    const kind = needsApproval ? "approval" : left > 0 ? "open" : "full";
    return {
      id,
      name: localize(name, reader, locale),
      note: { approval: t("approval"), open: t("placesLeft", { count: left }), full: t("full") }[kind],
      submit: { approval: t("apply"), open: t("register"), full: t("join") }[kind],
    };
  };
  const questionSpec = (question: Question): QuestionSpec => ({
    key: questionKey(question),
    name: questionField(question),
    kind: question.kind,
    label: localize(question.label, reader, locale),
    help: localize(question.help, reader, locale),
    lang: localizedIn(question.label, reader, locale),
    required: question.required,
    options: question.options
      .filter(({ archived }) => removedOptions || !archived)
      .map(({ value, label, archived }) => ({
        value,
        label: localize(label, reader, locale),
        ...(archived ? { removed: true } : {}),
      })),
    types: question.typeIds,
  });
  return {
    types: form.types.map(typeSpec),
    questions: form.questions.filter(({ sensitive }) => !sensitive).map(questionSpec),
    sensitive: form.questions.filter(({ sensitive }) => sensitive).map(questionSpec),
    consents: form.consents.map((consent) => ({
      name: consentKey(consent),
      wording: localize(consent.wording, reader, locale),
      lang: localizedIn(consent.wording, reader, locale),
      required: consent.required,
    })),
    countries: listCountries(reader),
  };
}

export async function formWords(submit: "register" | "save"): Promise<FormWords> {
  const t = await getTranslations("registration.form");
  return {
    type: t("type"),
    theirs: t("theirs"),
    theirsEmpty: t("theirsEmpty"),
    about: t("about"),
    givenName: t("givenName"),
    familyName: t("familyName"),
    organisation: t("organisation"),
    jobTitle: t("jobTitle"),
    country: t("country"),
    chooseCountry: t("chooseCountry"),
    optional: t("optional"),
    required: t("required"),
    yes: t("yes"),
    no: t("no"),
    noAnswer: t("noAnswer"),
    questions: t("questions"),
    sensitive: t("sensitive"),
    sensitiveHint: t("sensitiveHint"),
    invitation: t("invitation"),
    invitationHint: t("invitationHint"),
    consents: t("consents"),
    consentsHint: t("consentsHint"),
    submit: t(submit),
    sending: t("sending"),
  };
}
