"use client";

import { useDeferredValue, useState } from "react";
import { type Locale, localeNames } from "@/lib/i18n/locales";
import type { LocalizedText } from "@/lib/i18n/text";
import { echoed } from "./field";
import { FormTextArea, useFormState } from "./form";
import { LanguageGroup } from "./localized-field";
import { Markdown } from "./markdown";

type Props = {
  name: string;
  label: string;
  hint?: string;
  lang: string;
  rows?: number;
  text: string;
  /** "As visitors see it" */
  preview: string;
  /** "Nothing is written yet." */
  empty: string;
};

/**
 * Markdown and what becomes of it, side by side where there is room. With JavaScript the preview follows each
 * key; without it shows what was last sent.
 */
export function MarkdownField({ name, label, hint, lang, rows = 18, text, preview, empty }: Props) {
  const { state } = useFormState();
  const [typed, setTyped] = useState(echoed(state, name, text) ?? "");
  const shown = useDeferredValue(typed);
  return (
    <div className="grid items-start gap-5 wide:grid-cols-2">
      <FormTextArea
        name={name}
        label={label}
        hint={hint}
        lang={lang}
        rows={rows}
        // Grows with the text where the browser can; elsewhere it scrolls.
        style={{ fieldSizing: "content", minHeight: `${rows * 1.5}rem` }}
        defaultValue={text}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <section aria-label={preview} className="min-w-0">
        <p className="mb-1.5 text-[15px] font-semibold text-ink-2">{preview}</p>
        <div className="rounded-lg border border-line bg-surface p-4 [overflow-wrap:anywhere]">
          {shown.trim() ? <Markdown lang={lang}>{shown}</Markdown> : <p className="text-ink-3">{empty}</p>}
        </div>
      </section>
    </div>
  );
}

/** The same in every language. */
export function LocalizedMarkdown({
  name,
  label,
  main,
  text = {},
  others,
  ...words
}: {
  name: string;
  label: string;
  hint?: string;
  main: string;
  text?: LocalizedText;
  others: string;
  rows?: number;
  preview: string;
  empty: string;
}) {
  const field = (locale: Locale) => (
    <MarkdownField
      key={locale}
      {...words}
      name={`${name}.${locale}`}
      label={locale === main ? label : `${label}: ${localeNames[locale]}`}
      lang={locale}
      text={text[locale] ?? ""}
    />
  );
  return <LanguageGroup name={name} main={main} text={text} others={others} field={field} />;
}
