"use client";

import type { ReactNode } from "react";
import { type Locale, localeNames, locales } from "@/lib/i18n/locales";
import type { LocalizedText } from "@/lib/i18n/text";
import { FormField, FormTextArea, useFormState } from "./form";

type Props = {
  /** The fields are called name.en, name.ro … */
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: string;
  /** The conference's own language: always in sight. */
  main: string;
  text?: LocalizedText;
  /** "Other languages" */
  others: string;
  /** More than one line. */
  rows?: number;
};

/** One text in every language: the main one in sight, the others one press away, and which of them are written. */
export function LocalizedField(props: Props) {
  const { name, label, hint, optional, main, text = {}, rows } = props;
  const field = (locale: Locale) => {
    const shared = {
      name: `${name}.${locale}`,
      label: locale === main ? label : `${label}: ${localeNames[locale]}`,
      hint: locale === main ? hint : undefined,
      optional: locale === main ? optional : undefined,
      lang: locale,
      defaultValue: text[locale] ?? "",
    };
    return rows ? (
      <FormTextArea key={locale} {...shared} rows={rows} />
    ) : (
      <FormField key={locale} {...shared} />
    );
  };
  return <LanguageGroup {...props} field={field} />;
}

/** Where the fields of the languages stand, whatever kind of field they are. */
export function LanguageGroup({
  name,
  main,
  text = {},
  others,
  field,
}: Pick<Props, "name" | "main" | "text" | "others"> & { field: (locale: Locale) => ReactNode }) {
  const { state } = useFormState();
  const written = (locale: Locale) => {
    const echo = state?.values?.[`${name}.${locale}`];
    return Boolean(typeof echo === "string" ? echo : text[locale]);
  };
  const rest = locales.filter((locale) => locale !== main);
  return (
    <div className="grid gap-1">
      {locales.filter((locale) => locale === main).map(field)}
      <details className="group">
        <summary className="flex min-h-11 list-none flex-wrap items-center gap-x-3 text-sm text-ink-2 wide:min-h-8 [&::-webkit-details-marker]:hidden">
          <span className="text-action underline underline-offset-4">{others}</span>
          {rest.map((locale) => (
            <span key={locale} lang={locale} className={written(locale) ? "text-ok" : "text-ink-3"}>
              {written(locale) ? "✓" : "–"} {localeNames[locale]}
            </span>
          ))}
        </summary>
        <div className="mt-2 mb-3 grid gap-4 border-l-2 border-line pl-4">{rest.map(field)}</div>
      </details>
    </div>
  );
}
