import { digest } from "./digest";
import { type Failure, type FieldValues, fail, THEIRS } from "./result";

// A form of a row whose fields are of several tables carries what it was filled in against field by field. So a
// change of something that the form does not hold disturbs nobody, and who was overtaken is told in which fields.

const wordOf = (value: string | string[] = "") => digest(JSON.stringify([value].flat().sort()));

/** What stood in the fields of a form, a word for each; it goes with the form as "version". */
export const formVersion = (stood: FieldValues): string =>
  Object.entries(stood)
    .map(([name, value]) => `${name}=${wordOf(value)}`)
    .join(" ");

/**
 * The answer to a save that would put `wanted` in the place of what someone else wrote since the form was filled
 * in: which fields, and what stands in them now. Saved again, it counts as made from that. undefined: nobody
 * would lose anything. Ask under the lock of the row.
 */
export function overtaken(typed: FieldValues, stands: FieldValues, wanted: FieldValues): Failure | undefined {
  const stood = new Map(
    String(typed.version ?? "")
      .split(" ")
      .map((entry): [string, string] => {
        const [name = "", word = ""] = entry.split("=");
        return [name, word];
      }),
  );
  const theirs = Object.keys(wanted).filter((name) => {
    const now = wordOf(stands[name]);
    return now !== (stood.get(name) ?? wordOf()) && now !== wordOf(wanted[name]);
  });
  if (theirs.length === 0) return undefined;
  return fail("changed-meanwhile", {
    values: {
      ...typed,
      version: formVersion(stands),
      [THEIRS]: theirs,
      ...Object.fromEntries(theirs.map((name) => [`${THEIRS}.${name}`, stands[name] ?? ""])),
    },
  });
}
