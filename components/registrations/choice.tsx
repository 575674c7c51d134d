import type { ReactNode } from "react";
import { echoed, fieldErrors } from "@/components/ui/field";
import type { FormState } from "@/lib/result";

type Option = { value: string; label: ReactNode; note?: ReactNode };

/** One of several, as radio buttons under one heading; the whole line of an option is its target. */
export function Choice({
  name,
  legend,
  hint,
  state,
  options,
  initial,
  look = "plain",
}: {
  name: string;
  legend: ReactNode;
  hint?: string;
  state: FormState;
  options: Option[];
  initial?: string;
  look?: "plain" | "cards";
}) {
  const chosen = echoed(state, name, initial);
  const errors = fieldErrors(state, name);
  const described = [hint && `${name}-hint`, errors.length > 0 && `${name}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className={look === "cards" ? "grid gap-2" : "grid"} aria-describedby={described || undefined}>
      <legend className={`font-semibold text-[15px] ${look === "cards" ? "mb-3" : "mb-1"}`}>{legend}</legend>
      {hint ? (
        <p id={`${name}-hint`} className={`mb-2 text-sm text-ink-2 ${look === "cards" ? "-mt-2" : ""}`}>
          {hint}
        </p>
      ) : null}
      {options.map(({ value, label, note }, index) => (
        <label
          key={value}
          className={
            look === "cards"
              ? "flex min-h-11 cursor-pointer items-start gap-3 rounded-lg border border-line-strong bg-surface px-4 py-3 has-checked:border-action has-checked:bg-action-wash"
              : "flex min-h-11 cursor-pointer items-center gap-3 py-1"
          }
        >
          <input
            // React does not put a radio back to a new default after an action; a new key does.
            key={String(chosen)}
            id={index === 0 ? name : `${name}-${index}`}
            type="radio"
            name={name}
            value={value}
            defaultChecked={chosen === value}
            aria-invalid={errors.length > 0 || undefined}
            className={`size-5 shrink-0 accent-action ${look === "cards" ? "mt-0.5" : ""}`}
          />
          <span>
            <span className={look === "cards" ? "font-semibold" : undefined}>{label}</span>
            {note ? <span className="block text-sm text-ink-2">{note}</span> : null}
          </span>
        </label>
      ))}
      {errors.map((error) => (
        <p key={error} id={`${name}-error`} className="text-sm font-semibold text-bad">
          {error}
        </p>
      ))}
    </fieldset>
  );
}
