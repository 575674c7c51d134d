"use client";

import { type ComponentProps, createContext, type ReactNode, use, useActionState } from "react";
import type { FormState } from "@/lib/result";
import { Checkbox, echoed, Field, Select, TextArea } from "./field";
import { Notice } from "./notice";

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

const Context = createContext<{ state: FormState; prefix: string }>({ state: null, prefix: "" });

/** What came back from the server, for a field of the form around it. */
export function useFormState() {
  return use(Context);
}

type Props = {
  /** A server action, bound in the server component: else a post without JavaScript hangs. */
  action: FormAction;
  /** Where several forms share a page: put before the ids of the fields. */
  prefix?: string;
  className?: string;
  label?: string;
  children: ReactNode;
};

/**
 * A form that works without JavaScript and loses nothing. Its fields are written in the server component, in
 * the reader's language, and find their echo and errors here.
 */
export function Form({ action, prefix = "", className = "grid gap-5", label, children }: Props) {
  const [state, submit] = useActionState(action, null);
  return (
    <Context value={{ state, prefix }}>
      <form action={submit} className={className} aria-label={label} noValidate>
        {state?.message ? <Notice tone={state.ok ? "ok" : "bad"} title={state.message} live /> : null}
        {children}
      </form>
    </Context>
  );
}

export function FormField(props: Omit<ComponentProps<typeof Field>, "state">) {
  const { state, prefix } = useFormState();
  return <Field id={prefix + props.name} {...props} state={state} />;
}

export function FormTextArea(props: Omit<ComponentProps<typeof TextArea>, "state">) {
  const { state, prefix } = useFormState();
  return <TextArea id={prefix + props.name} {...props} state={state} />;
}

export function FormSelect(props: Omit<ComponentProps<typeof Select>, "state">) {
  const { state, prefix } = useFormState();
  return <Select id={prefix + props.name} {...props} state={state} />;
}

export function FormCheckbox(props: Omit<ComponentProps<typeof Checkbox>, "state">) {
  const { state, prefix } = useFormState();
  const own = props.name.endsWith("[]") ? `${props.name}${props.value}` : props.name;
  return <Checkbox id={prefix + own} {...props} state={state} />;
}

/** What the form was filled in against; after a conflict the server gives it anew. */
export function FormHidden({ name, value }: { name: string; value: string }) {
  const { state } = useFormState();
  return <input type="hidden" name={name} value={echoed(state, name, value)} />;
}

/** Shows its children only when the answer has this code, as a confirmation that is asked for. */
export function WhenFailed({ code, children }: { code: string; children: ReactNode }) {
  const { state } = useFormState();
  return state && !state.ok && state.code === code ? children : null;
}
