import type { z } from "zod";

/** Messages by field name; the texts are keys of messages/en.json under "errors". */
export type FieldErrors = Record<string, string[]>;
/** What was typed, given back so that nothing is lost. Never holds secrets. */
export type FieldValues = Record<string, string | string[]>;

export type Failure = {
  ok: false;
  /** Stable, for tests and for code that decides. */
  code: string;
  /** A key under "errors" in the messages; shown in the reader's language. */
  message: string;
  /** Values for the placeholders of the message. */
  params?: Record<string, string | number>;
  fields?: FieldErrors;
  values?: FieldValues;
};

/**
 * The field names under which a form that was overtaken gets what the other person changed: `theirs` lists
 * the fields, `theirs.title` holds what stands in one of them now, `theirs.by` who it was.
 */
export const THEIRS = "theirs";

/** Expected failures are values; bugs throw. */
export type Result<T = undefined> = { ok: true; data: T } | Failure;

/** The state of a form: nothing yet, done, or what went wrong. */
export type FormState =
  | {
      ok: true;
      message?: string;
      data?: unknown /** Only when the form stays as typed: a preview. */;
      values?: FieldValues;
    }
  | Failure
  | null;

export const ok = <T>(data: T): { ok: true; data: T } => ({ ok: true, data });

export function fail(code: string, extra: Omit<Partial<Failure>, "ok" | "code"> = {}): Failure {
  return { ok: false, code, message: code, ...extra };
}

/** The entries of a form by name; a name that ends in "[]" is a list, whatever the number of boxes ticked. */
export function formValues(form: FormData): FieldValues {
  const values: FieldValues = {};
  for (const name of new Set(form.keys())) {
    // No field of ours has the second name; as a key it would change what the object is.
    if (name.startsWith("$ACTION") || /^__proto__(\[\])?$/.test(name)) continue;
    const entries = form.getAll(name).filter((entry): entry is string => typeof entry === "string");
    if (name.endsWith("[]")) values[name.slice(0, -2)] = entries;
    else values[name] = entries.at(-1) ?? "";
  }
  return values;
}

/**
 * Checks a form against a schema. On failure: messages by field, and the values to echo without those in
 * `secrets`. The messages of a schema are keys under "errors" ("required", "email", …).
 */
export function parseForm<S extends z.ZodType>(
  schema: S,
  form: FormData,
  secrets: string[] = [],
): { ok: true; data: z.infer<S>; values: FieldValues } | Failure {
  const values = formValues(form);
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, data: parsed.data, values };
  const fields: FieldErrors = {};
  for (const issue of parsed.error.issues) {
    const name = issue.path.join(".") || "form";
    fields[name] = [...(fields[name] ?? []), issue.message];
  }
  const safe = Object.fromEntries(Object.entries(values).filter(([name]) => !secrets.includes(name)));
  return fail("invalid", { fields, values: safe });
}

/** What a schema refused, by field; of what is nested under "answers" by its own name. */
export function unreadable(error: z.ZodError, values: FieldValues): Failure {
  const fields: FieldErrors = {};
  for (const { path, message } of error.issues) {
    const name = String(path[0] === "answers" ? path[1] : path[0]);
    fields[name] = [...(fields[name] ?? []), message];
  }
  return fail("invalid", { fields, values });
}
