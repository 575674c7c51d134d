"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/result";

type Props = {
  erase: (state: FormState, form: FormData) => Promise<FormState>;
  email: string;
  /** Where those go who change their mind. */
  back: string;
};

/** Typing the address is the confirmation: it works without JavaScript, and no thumb slips that far. */
export function EraseForm({ erase, email, back }: Props) {
  const t = useTranslations("myData.erase");
  const [state, action] = useActionState(erase, null);
  return (
    <form action={action} className="grid gap-5 rounded-xl border border-bad bg-surface p-5" noValidate>
      {state && !state.ok ? (
        <Notice tone="bad" live>
          {state.message}
        </Notice>
      ) : null}
      <Field
        name="address"
        type="email"
        autoComplete="off"
        required
        state={state}
        label={t("confirm")}
        hint={t("hint", { email })}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton look="danger" busy={t("busy")}>
          {t("button")}
        </SubmitButton>
        <ButtonLink look="secondary" href={back}>
          {t("cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}
