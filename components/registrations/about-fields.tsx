import { Field, Select } from "@/components/ui/field";
import type { FieldValues, FormState } from "@/lib/result";
import type { FormSpec, FormWords } from "./spec";

type Props = {
  spec: FormSpec;
  words: FormWords;
  initial: FieldValues;
  state: FormState;
  /** Someone else's data: the browser must not fill in the organiser's own. */
  ofAnother?: boolean;
};

/** Who someone is, with the names by which browsers fill it in. */
export function AboutFields({ spec, words, initial, state, ofAnother = false }: Props) {
  const text = (name: string) => (typeof initial[name] === "string" ? initial[name] : undefined);
  const shared = (
    name: "givenName" | "familyName" | "organisation" | "jobTitle" | "country",
    fill: string,
  ) => ({
    name,
    label: words[name],
    defaultValue: text(name),
    state,
    autoComplete: ofAnother ? "off" : fill,
  });
  const needed = { required: true, "aria-required": true };
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field {...shared("givenName", "given-name")} maxLength={80} {...needed} />
        <Field {...shared("familyName", "family-name")} maxLength={80} {...needed} />
      </div>
      <Field {...shared("organisation", "organization")} optional={words.optional} maxLength={160} />
      <Field {...shared("jobTitle", "organization-title")} optional={words.optional} maxLength={120} />
      <Select {...shared("country", "country")} {...needed}>
        <option value="">{words.chooseCountry}</option>
        {spec.countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </>
  );
}
