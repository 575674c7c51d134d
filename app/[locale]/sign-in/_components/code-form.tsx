"use client";

import { useActionState } from "react";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/result";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  labels: { code: string; hint: string; submit: string; busy: string };
};

/** One code. It is never given back after an error: it is a secret. */
export function CodeForm({ action, labels }: Props) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} noValidate className="grid gap-4">
      {state && !state.ok && !state.fields ? (
        <Notice tone="bad" live>
          {state.message}
        </Notice>
      ) : null}
      <Field
        name="code"
        label={labels.code}
        hint={labels.hint}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        required
        state={state}
        className="font-mono text-xl tracking-[0.12em]"
      />
      <SubmitButton busy={labels.busy}>{labels.submit}</SubmitButton>
    </form>
  );
}
