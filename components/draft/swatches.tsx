"use client";

import { echoed, fieldErrors } from "@/components/ui/field";
import { useFormState } from "@/components/ui/form";

type Props = {
  label: string;
  hint: string;
  colours: { value: number; label: string }[];
  chosen: number;
};

/** The colours a topic may have, as they look and by name. */
export function Swatches({ label, hint, colours, chosen }: Props) {
  const { state } = useFormState();
  const now = echoed(state, "colour", String(chosen));
  const errors = fieldErrors(state, "colour");
  return (
    <fieldset aria-describedby="colour-hint">
      <legend className="text-[15px] font-semibold">{label}</legend>
      <p id="colour-hint" className="mt-1 mb-2 text-sm text-ink-2">
        {hint}
      </p>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {colours.map(({ value, label: name }) => (
          <label
            key={`${value} ${now}`}
            data-topic={value}
            className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded-lg border border-line-strong bg-surface px-3 text-[15px] has-checked:border-(--topic) has-checked:bg-(--topic-wash) has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-action"
          >
            <input
              type="radio"
              name="colour"
              value={value}
              defaultChecked={now === String(value)}
              className="peer sr-only"
            />
            <span aria-hidden="true" className="size-4 shrink-0 rounded-full bg-(--topic)" />
            <span className="text-(--topic)">{name}</span>
            <span aria-hidden="true" className="ml-auto hidden text-(--topic) peer-checked:inline">
              ✓
            </span>
          </label>
        ))}
      </div>
      {errors.map((error) => (
        <p key={error} className="mt-1.5 text-sm font-semibold text-bad">
          {error}
        </p>
      ))}
    </fieldset>
  );
}
