import type { LocalizedText } from "@/lib/i18n/text";

type Asked = {
  kind: string;
  options: { value: string; label: LocalizedText }[];
  value: string | string[] | number | boolean;
};

/** How things are called in the reader's language. */
export type Speech = {
  country: (code: string) => string;
  label: (text: LocalizedText) => string;
  yes: string;
  no: string;
};

/** An answer as a person reads it; one entry for each of several. An option that is gone stays as its value. */
export function answerInWords({ kind, options, value }: Asked, speech: Speech): string[] {
  if (typeof value === "boolean") return [value ? speech.yes : speech.no];
  if (typeof value === "number") return [String(value)];
  return [value].flat().map((each) => {
    if (kind === "country") return speech.country(each);
    const option = options.find((one) => one.value === each);
    return (option && speech.label(option.label)) || each;
  });
}
