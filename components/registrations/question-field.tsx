import type { ReactNode } from "react";
import { Checkbox, Field, fieldErrors, Select, TextArea } from "@/components/ui/field";
import type { FieldValues, FormState } from "@/lib/result";
import { Choice } from "./choice";
import type { FormSpec, FormWords, QuestionSpec } from "./spec";

type Props = {
  question: QuestionSpec;
  state: FormState;
  initial: FieldValues;
  words: FormWords;
  countries: FormSpec["countries"];
};

/** One question of the organiser, by its kind. */
export function QuestionField({ question, state, initial, words, countries }: Props) {
  const { key, kind, help, lang, required } = question;
  const before = initial[key];
  const chosen = [before, state?.values?.[key]].flat();
  const options = question.options.filter(({ removed, value }) => !removed || chosen.includes(value));
  const text = Array.isArray(before) ? undefined : before;
  const optional = required ? undefined : words.optional;
  const label = <span lang={lang}>{question.label}</span>;
  const shared = { name: key, label, hint: help || undefined, state, optional, defaultValue: text };
  const legend = (
    <>
      {label}
      {optional ? <span className="font-normal text-ink-3"> ({optional})</span> : null}
    </>
  );
  // An answer that may be left out can also be taken back: a radio button cannot be unticked.
  const none = required ? [] : [{ value: "", label: words.noAnswer }];
  switch (kind) {
    case "text":
      return <Field {...shared} maxLength={300} />;
    case "long-text":
      return <TextArea {...shared} maxLength={4000} />;
    case "number":
      return <Field {...shared} inputMode="decimal" maxLength={20} className="max-w-48" />;
    case "country":
      return (
        <Select {...shared}>
          <option value="">{words.chooseCountry}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      );
    case "yes-no":
      return (
        <Choice
          name={key}
          legend={legend}
          hint={help}
          state={state}
          initial={text ?? (required ? undefined : "")}
          options={[{ value: "yes", label: words.yes }, { value: "no", label: words.no }, ...none]}
        />
      );
    case "one-of":
      return options.length > 7 ? (
        <Select {...shared}>
          <option value="">–</option>
          {options.map(({ value, label }) => (
            <option key={value} value={value} lang={lang}>
              {label}
            </option>
          ))}
        </Select>
      ) : (
        <Choice
          name={key}
          legend={legend}
          hint={help}
          state={state}
          initial={text ?? (required ? undefined : "")}
          options={[...options, ...none]}
        />
      );
    case "several-of":
      return <SeveralOf question={{ ...question, options }} legend={legend} state={state} chosen={before} />;
  }
}

function SeveralOf({
  question: { key, name, help, options },
  legend,
  state,
  chosen,
}: {
  question: QuestionSpec;
  legend: ReactNode;
  state: FormState;
  chosen: string | string[] | undefined;
}) {
  const errors = fieldErrors(state, key);
  const described = [help && `${key}-hint`, errors.length > 0 && `${key}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className="grid" aria-describedby={described || undefined}>
      <legend className="mb-1 font-semibold text-[15px]">{legend}</legend>
      {help ? (
        <p id={`${key}-hint`} className="mb-2 text-sm text-ink-2">
          {help}
        </p>
      ) : null}
      {options.map(({ value, label }, index) => (
        <Checkbox
          key={value}
          id={index === 0 ? key : `${key}-${index}`}
          name={name}
          value={value}
          label={label}
          state={state}
          aria-invalid={errors.length > 0 || undefined}
          defaultChecked={Array.isArray(chosen) && chosen.includes(value)}
        />
      ))}
      {errors.map((error) => (
        <p key={error} id={`${key}-error`} className="text-sm font-semibold text-bad">
          {error}
        </p>
      ))}
    </fieldset>
  );
}
