"use client";

import { type ReactNode, useActionState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/result";

type Action = (state: FormState, form: FormData) => Promise<FormState>;
type Labels = Record<
  | "begin"
  | "scan"
  | "key"
  | "code"
  | "codeHint"
  | "confirm"
  | "busy"
  | "codes"
  | "codesHint"
  | "done"
  | "remove"
  | "removeCode",
  string
>;
type Props = {
  state: "none" | "begun" | "on";
  shown?: { qr: ReactNode; secret: string } | undefined;
  about: string;
  actions: { begin: Action; confirm: Action; remove: Action };
  labels: Labels;
  back: string;
};

/** All of its states in one component, so that the recovery codes of an answer have a place in the next page. */
export function FactorForm({ state, shown, about, actions, labels, back }: Props) {
  const [begun, begin] = useActionState(actions.begin, null);
  const [confirmed, confirm] = useActionState(actions.confirm, null);
  const [removed, remove] = useActionState(actions.remove, null);
  const codes = recoveryCodes(confirmed);
  if (codes) return <RecoveryCodes codes={codes} labels={labels} back={back} />;
  if (state === "on") {
    return (
      <div className="grid gap-4">
        <Notice tone="ok">{about}</Notice>
        <details>
          <summary className="link inline-flex min-h-11 items-center">{labels.remove}</summary>
          <form action={remove} className="mt-2 grid gap-3">
            <Code label={labels.removeCode} id="remove-code" state={removed} />
            <SubmitButton look="danger" busy={labels.busy}>
              {labels.remove}
            </SubmitButton>
            <Said state={removed} />
          </form>
        </details>
      </div>
    );
  }
  if (shown) {
    return (
      <form action={confirm} className="grid gap-4">
        <p className="text-[15px]">{labels.scan}</p>
        {shown.qr}
        <p className="text-sm text-ink-2">
          {labels.key}: <code className="font-mono text-ink">{inGroups(shown.secret)}</code>
        </p>
        <Code label={labels.code} hint={labels.codeHint} id="confirm-code" state={confirmed} />
        <SubmitButton busy={labels.busy}>{labels.confirm}</SubmitButton>
        <Said state={confirmed} />
      </form>
    );
  }
  return (
    <form action={begin} className="grid justify-items-start gap-3">
      <SubmitButton look="secondary">{labels.begin}</SubmitButton>
      <Said state={begun ?? removed} />
    </form>
  );
}

/** Easier to copy by hand; authenticator apps do not mind the blanks. */
const inGroups = (key: string) => key.replace(/.{4}(?=.)/g, "$& ");

function Code({ label, hint, id, state }: { label: string; hint?: string; id: string; state: FormState }) {
  return (
    <Field
      name="code"
      id={id}
      label={label}
      hint={hint}
      state={state}
      autoComplete="one-time-code"
      autoCorrect="off"
      spellCheck={false}
      required
      className="font-mono text-xl tracking-[0.12em]"
    />
  );
}

function Said({ state }: { state: FormState }) {
  if (!state?.message || (!state.ok && state.fields)) return null;
  return (
    <Notice tone={state.ok ? "ok" : "bad"} live>
      {state.message}
    </Notice>
  );
}

function RecoveryCodes({ codes, labels, back }: { codes: string[]; labels: Labels; back: string }) {
  return (
    <div className="grid gap-4">
      <Notice tone="warn" title={labels.codes} live>
        {labels.codesHint}
      </Notice>
      <ul className="grid grid-cols-2 gap-2 font-mono text-[15px]">
        {codes.map((code) => (
          <li key={code} className="rounded bg-sunken px-2 py-1 text-center">
            {code}
          </li>
        ))}
      </ul>
      <ButtonLink look="secondary" href={back}>
        {labels.done}
      </ButtonLink>
    </div>
  );
}

function recoveryCodes(state: FormState): string[] | undefined {
  if (!state?.ok || !state.data || typeof state.data !== "object" || !("recoveryCodes" in state.data)) return;
  const { recoveryCodes: codes } = state.data;
  return Array.isArray(codes) ? codes.map(String) : undefined;
}
