import type { ReactNode } from "react";
import type { FieldValues, FormState } from "@/lib/result";
import { QuestionField } from "./question-field";
import type { FormSpec, FormWords, QuestionSpec } from "./spec";

/** What is asked of one type only is shown by the style sheet when that type is chosen: with and without scripts. */
export const shownByType = (types: FormSpec["types"]) =>
  [
    "form:not(:has([name=typeId]:checked)) [data-for]{display:none}",
    ...types.map(
      ({ id }) =>
        `form:has([name=typeId][value="${id}"]:checked) [data-for]:not([data-for~="${id}"]){display:none}`,
    ),
  ].join("\n");

/** The button says what will happen for the type that is chosen. */
export function SubmitWords({ spec, words }: { spec: FormSpec; words: FormWords }) {
  return (
    <>
      <style>{"form:has([name=typeId]:checked) [data-unchosen]{display:none}"}</style>
      <span data-unchosen="">{words.submit}</span>
      {spec.types.map(({ id, submit }) => (
        <span key={id} data-for={id}>
          {submit}
        </span>
      ))}
    </>
  );
}

export function Part({
  title,
  hint,
  children,
  types,
}: {
  title: string;
  hint?: string;
  children: ReactNode;
  types?: string;
}) {
  return (
    <section className="grid gap-5 border-t border-line pt-7" data-for={types}>
      <div>
        <h2 className="text-xl">{title}</h2>
        {hint ? <p className="mt-1.5 text-sm text-ink-2">{hint}</p> : null}
      </div>
      {children}
    </section>
  );
}

type QuestionsProps = {
  spec: FormSpec;
  words: FormWords;
  initial: FieldValues;
  state: FormState;
  title: string;
  hint?: string;
  questions: QuestionSpec[];
};

export function Questions({ title, hint, questions, spec, words, initial, state }: QuestionsProps) {
  if (questions.length === 0) return null;
  // A heading over nothing is not shown either.
  const forAll = questions.some(({ types }) => types.length === 0);
  const types = forAll ? undefined : [...new Set(questions.flatMap((question) => question.types))].join(" ");
  return (
    <Part title={title} hint={hint} types={types}>
      {questions.map((question) => (
        <div key={question.key} data-for={question.types.length > 0 ? question.types.join(" ") : undefined}>
          <QuestionField {...{ question, state, initial, words }} countries={spec.countries} />
        </div>
      ))}
    </Part>
  );
}
