"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/result";

type Props = {
  erase: (state: FormState, form: FormData) => Promise<FormState>;
  /** The page's words, in the reader's language. */
  words: { confirm: string; hint: string; button: string; busy: string; cancel: string };
  /** Where those go who change their mind. */
  back: string;
};

/** Typing the address is the confirmation: it works without JavaScript, and no thumb slips that far. */
export function EraseForm({ erase, words, back }: Props) {
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
        label={words.confirm}
        hint={words.hint}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton look="danger" busy={words.busy}>
          {words.button}
        </SubmitButton>
        <ButtonLink look="secondary" href={back}>
          {words.cancel}
        </ButtonLink>
      </div>
    </form>
  );
}
