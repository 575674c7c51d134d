"use client";

import { useActionState } from "react";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/result";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  labels: { email: string; send: string; sending: string };
  initial?: string;
};

export function AskForm({ action, labels, initial }: Props) {
  const [state, send] = useActionState(action, null);
  return (
    // Our own sentences say what is wrong, also without JavaScript; the browser's would come first.
    <form action={send} noValidate className="grid gap-4">
      {state && !state.ok && !state.fields ? (
        <Notice tone="bad" live>
          {state.message}
        </Notice>
      ) : null}
      <Field
        name="email"
        label={labels.email}
        // Not type="email": browsers rewrite what is typed there before we can say what is wrong with it.
        type="text"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        required
        state={state}
        defaultValue={initial}
      />
      <SubmitButton busy={labels.sending}>{labels.send}</SubmitButton>
    </form>
  );
}
