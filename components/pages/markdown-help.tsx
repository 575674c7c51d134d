import { getTranslations } from "next-intl/server";

const samples = [
  ["heading", "## …"],
  ["strong", "**…**"],
  ["list", "- …"],
  ["link", "[…](https://example.org)"],
  ["table", "| … | … |"],
] as const;

/** The few signs that Markdown needs. */
export async function MarkdownHelp() {
  const t = await getTranslations("desk.texts.help");
  return (
    <details>
      <summary className="link min-h-11 py-2">{t("title")}</summary>
      <dl className="mt-2 grid max-w-[480px] grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-[15px]">
        {samples.map(([name, sign]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{t(name)}</dt>
            <dd>
              <code>{sign}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm text-ink-2">{t("html")}</p>
    </details>
  );
}
