import { useTranslations } from "next-intl";
import { Markdown } from "@/components/ui/markdown";
import { type Locale, localeNames } from "@/lib/i18n/locales";

/** The organiser's text, and a note when it is in another language than the page. */
export function PageText({ text, reader }: { text: { body: string; locale: string }; reader: Locale }) {
  const t = useTranslations("pages");
  const foreign = text.locale !== reader;
  const language = (localeNames as Record<string, string>)[text.locale] ?? text.locale;
  return (
    <>
      {foreign ? (
        <p className="mb-6 max-w-[68ch] border-l-3 border-line-strong pl-3 text-[15px] text-ink-2">
          {t("fallback", { language })}
        </p>
      ) : null}
      <Markdown lang={foreign ? text.locale : undefined}>{text.body}</Markdown>
    </>
  );
}
