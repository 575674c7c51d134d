"use client";

import type { ReactNode } from "react";
import { useFormState } from "@/components/ui/form";

/** A fold that stays open when what is in it came back, also without JavaScript. */
export function RemovalFold({ title, children }: { title: string; children: ReactNode }) {
  const { state } = useFormState();
  return (
    <details className="border-y border-line py-1" open={(state && !state.ok) || undefined}>
      <summary className="flex min-h-11 items-center font-semibold text-action">{title}</summary>
      <div className="grid gap-3 pb-4">{children}</div>
    </details>
  );
}
