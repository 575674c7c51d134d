"use client";

import { useActionState } from "react";
import { Field, Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { localeNames, locales } from "@/lib/i18n/locales";
import type { FormState } from "@/lib/result";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  person: { givenName: string; familyName: string; locale: string };
  labels: Record<"givenName" | "familyName" | "optional" | "locale" | "save" | "saving", string>;
};

export function MeForm({ action, person, labels }: Props) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className="grid gap-4">
      <Field
        name="givenName"
        label={labels.givenName}
        optional={labels.optional}
        autoComplete="given-name"
        maxLength={100}
        state={state}
        defaultValue={person.givenName}
      />
      <Field
        name="familyName"
        label={labels.familyName}
        optional={labels.optional}
        autoComplete="family-name"
        maxLength={100}
        state={state}
        defaultValue={person.familyName}
      />
      <Select name="locale" label={labels.locale} state={state} defaultValue={person.locale}>
        {locales.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {localeNames[locale]}
          </option>
        ))}
      </Select>
      <SubmitButton look="secondary" busy={labels.saving}>
        {labels.save}
      </SubmitButton>
      {state?.message ? (
        <Notice tone={state.ok ? "ok" : "bad"} live>
          {state.message}
        </Notice>
      ) : null}
    </form>
  );
}
