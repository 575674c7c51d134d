"use client";

import { useActionState, useEffect, useRef } from "react";
import { Checkbox, echoed, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FieldValues, FormState } from "@/lib/result";
import { AboutFields } from "./about-fields";
import { Choice } from "./choice";
import { Part, Questions, SubmitWords, shownByType } from "./form-parts";
import { Problems } from "./problems";
import type { FormSpec, FormWords } from "./spec";
import { Theirs } from "./theirs";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  spec: FormSpec;
  words: FormWords;
  initial: FieldValues;
  /** A new registration also asks for an invitation code and for consents; those of an old one have their own place. */
  isNew: boolean;
};

export function RegistrationForm({ action, spec, words, initial, isNew }: Props) {
  const [state, send] = useActionState(action, null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!state || state.ok) return;
    const first = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    (first ?? form.current?.querySelector<HTMLElement>("[role=alert]"))?.focus();
  }, [state]);
  const text = (name: string) => (typeof initial[name] === "string" ? initial[name] : undefined);
  const typed = { spec, words, initial, state };
  return (
    <form ref={form} action={send} noValidate className="grid max-w-[640px] gap-10">
      <style>{shownByType(spec.types)}</style>
      {state && !state.ok ? (
        <div tabIndex={-1} role="alert" className="outline-none">
          <Notice tone="bad" title={state.message}>
            {state.fields ? <Problems fields={state.fields} spec={spec} words={words} /> : null}
          </Notice>
        </div>
      ) : null}
      {isNew ? null : (
        <>
          <input type="hidden" name="version" value={echoed(state, "version", text("version")) ?? ""} />
          <Theirs state={state} spec={spec} words={words} />
        </>
      )}
      <Choice
        name="typeId"
        legend={<span className="text-xl tracking-heading">{words.type}</span>}
        state={state}
        initial={text("typeId")}
        look="cards"
        options={spec.types.map(({ id, name, note }) => ({ value: id, label: name, note }))}
      />
      <Part title={words.about}>
        <AboutFields {...typed} />
      </Part>
      <Questions title={words.questions} questions={spec.questions} {...typed} />
      <Questions title={words.sensitive} hint={words.sensitiveHint} questions={spec.sensitive} {...typed} />
      {isNew ? (
        <>
          <Part title={words.invitation}>
            <Field
              name="invitation"
              label={words.invitation}
              hint={words.invitationHint}
              optional={words.optional}
              state={state}
              defaultValue={text("invitation")}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={60}
              className="max-w-72 uppercase"
            />
          </Part>
          {spec.consents.length > 0 ? (
            <Part title={words.consents} hint={words.consentsHint}>
              <div className="grid gap-1">
                {spec.consents.map(({ name, wording, lang, required }) => (
                  <Checkbox
                    key={name}
                    name={name}
                    state={state}
                    aria-required={required || undefined}
                    label={
                      <>
                        <span lang={lang}>{wording}</span>{" "}
                        <span className="text-sm text-ink-3">
                          ({required ? words.required : words.optional})
                        </span>
                      </>
                    }
                  />
                ))}
              </div>
            </Part>
          ) : null}
        </>
      ) : null}
      <div>
        <SubmitButton busy={words.sending} className="w-full sm:w-auto">
          {isNew ? <SubmitWords spec={spec} words={words} /> : words.submit}
        </SubmitButton>
      </div>
    </form>
  );
}
