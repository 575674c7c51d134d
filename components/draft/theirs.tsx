"use client";

import { useFormState } from "@/components/ui/form";
import { Theirs as OfForm, type TheirsProps } from "@/components/ui/theirs";

/** The same, of the form around it. */
export function Theirs(props: TheirsProps) {
  const { state } = useFormState();
  return <OfForm state={state} {...props} />;
}
