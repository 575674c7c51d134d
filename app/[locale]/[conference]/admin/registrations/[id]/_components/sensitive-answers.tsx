"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/result";

type Shown = { id: string; question: string; answer: string };
type Props = {
  /** Bound in the server component. */
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  words: { show: string; hint: string; none: string };
};

/** Hidden until asked for; asking is written into the audit log. */
export function SensitiveAnswers({ action, words }: Props) {
  const [state, submit] = useActionState(action, null);
  if (state?.ok) {
    const shown = (state.data ?? []) as Shown[];
    if (shown.length === 0) return <p role="status">{words.none}</p>;
    return (
      <dl aria-live="polite" className="grid gap-3">
        {shown.map(({ id, question, answer }) => (
          <div key={id}>
            <dt className="text-sm text-ink-2">{question}</dt>
            <dd className="whitespace-pre-line [overflow-wrap:anywhere]">{answer}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <form action={submit} className="grid justify-items-start gap-3">
      {state ? <Notice tone="bad" title={state.message} live /> : null}
      <p className="text-sm text-ink-2">{words.hint}</p>
      <SubmitButton look="secondary" size="small">
        {words.show}
      </SubmitButton>
    </form>
  );
}
