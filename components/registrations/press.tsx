"use client";

import { useActionState } from "react";
import type { ButtonLook } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/result";

/** One button that does one thing, and says beside itself when that could not be done. */
export function Press({
  action,
  busy,
  look,
  size,
  label,
  children,
}: ButtonLook & {
  action: (state: FormState) => Promise<FormState>;
  busy?: string;
  /** Where the visible words alone do not say what it is about. */
  label?: string;
  children: string;
}) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className="grid justify-items-start gap-3">
      {state && !state.ok ? (
        <Notice tone="bad" live>
          {state.message}
        </Notice>
      ) : null}
      <SubmitButton look={look} size={size} busy={busy} aria-label={label}>
        {children}
      </SubmitButton>
    </form>
  );
}
