"use client";

import { useActionState } from "react";
import type { ButtonLook } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/result";

type Props = ButtonLook & {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  label: string;
  busy?: string;
  className?: string;
  /** What the button says to those who do not see what stands beside it. */
  describes?: string;
};

/** A button that does one thing by POST, and says below how it went. */
export function OneButtonForm({ action, label, busy, look, size, className, describes }: Props) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className="grid gap-3">
      <SubmitButton look={look} size={size} busy={busy} className={className} aria-label={describes}>
        {label}
      </SubmitButton>
      {state?.message ? (
        <Notice tone={state.ok ? "ok" : "bad"} live>
          {state.message}
        </Notice>
      ) : null}
    </form>
  );
}
