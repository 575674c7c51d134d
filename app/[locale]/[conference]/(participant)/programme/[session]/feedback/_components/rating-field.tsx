"use client";

import { Choice } from "@/components/registrations/choice";
import { useFormState } from "@/components/ui/form";

/** One of five, from best to worst. */
export function RatingField(props: { legend: string; options: { value: string; label: string }[] }) {
  const { state } = useFormState();
  return <Choice name="rating" state={state} {...props} />;
}
