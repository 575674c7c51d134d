"use client";

import { useActionState } from "react";
import { AboutFields } from "@/components/registrations/about-fields";
import { Choice } from "@/components/registrations/choice";
import { Questions, shownByType } from "@/components/registrations/form-parts";
import { Problems } from "@/components/registrations/problems";
import type { FormSpec, FormWords } from "@/components/registrations/spec";
import { Theirs } from "@/components/registrations/theirs";
import { ButtonLink } from "@/components/ui/button";
import { echoed, Select } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FieldValues } from "@/lib/result";

type Props = {
  action: FormAction;
  spec: FormSpec;
  words: FormWords;
  own: { type: string; typeHint: string; language: string; save: string; leave: string };
  initial: FieldValues;
  locales: { code: string; name: string }[];
  back: string;
};

/** What someone wrote of themselves, as the organiser corrects it. Questions of one type show with that type. */
export function CorrectionForm({ action, spec, words, own, initial, locales, back }: Props) {
  const [state, send] = useActionState(action, null);
  const text = (name: string) => (typeof initial[name] === "string" ? initial[name] : undefined);
  const typed = { spec, words, initial, state };
  return (
    <form action={send} noValidate className="grid gap-8">
      <style>{shownByType(spec.types)}</style>
      {state && !state.ok ? (
        <Notice tone="bad" title={state.message} live>
          {state.fields ? <Problems fields={state.fields} spec={spec} words={words} /> : null}
        </Notice>
      ) : null}
      <input type="hidden" name="version" value={echoed(state, "version", text("version")) ?? ""} />
      <Theirs state={state} spec={spec} words={words} language={{ label: own.language, locales }} />
      <div className="grid gap-5">
        <AboutFields {...typed} ofAnother />
        <Select name="locale" label={own.language} state={state} defaultValue={text("locale")}>
          {locales.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <Choice
        name="typeId"
        legend={own.type}
        hint={own.typeHint}
        state={state}
        initial={text("typeId")}
        options={spec.types.map(({ id, name, note }) => ({ value: id, label: name, note }))}
      />
      <Questions title={words.questions} questions={spec.questions} {...typed} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton busy={words.sending}>{own.save}</SubmitButton>
        <ButtonLink look="quiet" href={back}>
          {own.leave}
        </ButtonLink>
      </div>
    </form>
  );
}
