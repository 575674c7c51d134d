import type { ComponentProps, ReactNode } from "react";
import type { FormState } from "@/lib/result";

/** What stood in the field when the form came back, else what it begins with. */
export function echoed(state: FormState | undefined, name: string, initial?: string): string | undefined {
  if (!state?.values) return initial;
  const value = state.values[name];
  return Array.isArray(value) ? value.at(-1) : (value ?? initial);
}

export function fieldErrors(state: FormState | undefined, name: string): string[] {
  return (state && !state.ok && state.fields?.[name]) || [];
}

const box =
  "w-full min-h-11 rounded-lg border bg-surface px-3 py-2 text-base text-ink placeholder:text-ink-3 border-line-strong aria-invalid:border-bad aria-invalid:border-2";

type Shared = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  state?: FormState;
  /** Said after the label where the field may stay empty: most fields of a form are required. */
  optional?: string;
};

function Frame({
  name,
  label,
  hint,
  state,
  optional,
  id,
  children,
}: Shared & { id: string; children: ReactNode }) {
  const errors = fieldErrors(state, name);
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold text-[15px]">
        {label}
        {optional ? <span className="font-normal text-ink-3"> ({optional})</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-2">
          {hint}
        </p>
      ) : null}
      {children}
      {errors.map((error) => (
        <p key={error} id={`${id}-error`} className="text-sm font-semibold text-bad">
          {error}
        </p>
      ))}
    </div>
  );
}

function described({ hint, state, name }: Shared, id: string) {
  const invalid = fieldErrors(state, name).length > 0;
  return {
    "aria-invalid": invalid || undefined,
    "aria-describedby":
      [hint && `${id}-hint`, invalid && `${id}-error`].filter(Boolean).join(" ") || undefined,
  };
}

export function Field({
  name,
  label,
  hint,
  state,
  optional,
  id = name,
  defaultValue,
  className = "",
  ...rest
}: Shared & Omit<ComponentProps<"input">, "name">) {
  const shared = { name, label, hint, state, optional };
  return (
    <Frame {...shared} id={id}>
      <input
        id={id}
        name={name}
        className={`${box} ${className}`}
        defaultValue={echoed(state, name, defaultValue as string)}
        {...described(shared, id)}
        {...rest}
      />
    </Frame>
  );
}

export function TextArea({
  name,
  label,
  hint,
  state,
  optional,
  id = name,
  defaultValue,
  ...rest
}: Shared & Omit<ComponentProps<"textarea">, "name">) {
  const shared = { name, label, hint, state, optional };
  return (
    <Frame {...shared} id={id}>
      <textarea
        id={id}
        name={name}
        rows={4}
        className={box}
        defaultValue={echoed(state, name, defaultValue as string)}
        {...described(shared, id)}
        {...rest}
      />
    </Frame>
  );
}

export function Select({
  name,
  label,
  hint,
  state,
  optional,
  id = name,
  defaultValue,
  children,
  ...rest
}: Shared & Omit<ComponentProps<"select">, "name">) {
  const shared = { name, label, hint, state, optional };
  const value = echoed(state, name, defaultValue as string);
  return (
    <Frame {...shared} id={id}>
      {/* React does not put a select back to a new default after an action; a new key does. */}
      <select
        key={value}
        id={id}
        name={name}
        className={box}
        defaultValue={value}
        {...described(shared, id)}
        {...rest}
      >
        {children}
      </select>
    </Frame>
  );
}

/** One box: a consent, a switch. The label is part of the target. */
export function Checkbox({
  name,
  label,
  hint,
  state,
  id = name,
  value = "on",
  defaultChecked,
  ...rest
}: Shared & Omit<ComponentProps<"input">, "name" | "type">) {
  const errors = fieldErrors(state, name);
  const came = state?.values;
  const listed = came?.[name.replace(/\[\]$/, "")];
  const checked = came
    ? Array.isArray(listed)
      ? listed.includes(String(value))
      : listed === value
    : defaultChecked;
  return (
    <div className="grid gap-1">
      <label className="flex min-h-11 items-start gap-3 py-2 cursor-pointer">
        <input
          key={String(checked)}
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={checked}
          className="mt-0.5 size-5 shrink-0 accent-action"
          {...described({ name, label, hint, state }, id)}
          {...rest}
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="ml-8 text-sm text-ink-2">
          {hint}
        </p>
      ) : null}
      {errors.map((error) => (
        <p key={error} id={`${id}-error`} className="ml-8 text-sm font-semibold text-bad">
          {error}
        </p>
      ))}
    </div>
  );
}
