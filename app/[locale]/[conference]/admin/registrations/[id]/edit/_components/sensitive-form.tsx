"use client";

import { useActionState } from "react";
import { QuestionField } from "@/components/registrations/question-field";
import type { FormSpec, FormWords, QuestionSpec } from "@/components/registrations/spec";
import { Theirs } from "@/components/registrations/theirs";
import { echoed } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";

type Props = {
  action: FormAction;
  questions: QuestionSpec[];
  spec: FormSpec;
  words: FormWords;
  own: { show: string; hint: string; save: string };
};

/** Hidden until asked for, and asking is written into the audit log; then the same form saves them. */
export function SensitiveForm({ action, questions, spec, words, own }: Props) {
  const [state, send] = useActionState(action, null);
  const shown = state?.values;
  return (
    <form action={send} noValidate className="grid gap-5">
      {state && !state.ok ? <Notice tone="bad" title={state.message} live /> : null}
      {shown ? (
        <>
          <input type="hidden" name="version" value={echoed(state, "version") ?? ""} />
          <Theirs state={state} spec={spec} words={words} />
          {questions.map((question) => (
            <QuestionField
              key={question.key}
              {...{ question, state, words }}
              countries={spec.countries}
              initial={shown}
            />
          ))}
          <div>
            <SubmitButton name="step" value="save" busy={words.sending}>
              {own.save}
            </SubmitButton>
          </div>
        </>
      ) : (
        <div className="grid justify-items-start gap-3">
          <p className="text-sm text-ink-2">{own.hint}</p>
          <SubmitButton name="step" value="show" look="secondary" size="small">
            {own.show}
          </SubmitButton>
        </div>
      )}
    </form>
  );
}
