import { digest } from "./digest";
import { type Failure, fail, formValues } from "./result";

// A page shows whom a change would touch; its form carries how many they were and a word for who, so that the
// change touches nobody whom the organiser has not seen. Many ids would not fit into a form, their digest does.

export const wordForIds = (ids: readonly string[]): string => digest([...ids].sort().join(" "));

/** Why a change that was confirmed for those shown cannot be made to `ids`; undefined when they are the same. */
export function othersThanShown(form: FormData, ids: readonly string[]): Failure | undefined {
  if (form.get("shown") === wordForIds(ids)) return undefined;
  const expected = Number(form.get("expected"));
  const values = formValues(form);
  if (ids.length === expected) return fail("people-changed", { values });
  return fail("count-changed", { params: { expected, count: ids.length }, values });
}
