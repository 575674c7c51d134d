import { getTranslations } from "next-intl/server";
import type { FormSpec, QuestionSpec } from "@/components/registrations/spec";
import { Part } from "./part";

type Line = { key: string; text: string; lang?: string; required: boolean; types?: string };

/** What the form will ask, so that one can have it at hand; nothing is asked that is not said here. */
export async function AskedList({ spec }: { spec: FormSpec }) {
  const [t, form] = await Promise.all([
    getTranslations("registration.visitor"),
    getTranslations("registration.form"),
  ]);
  const names = new Map(spec.types.map(({ id, name }) => [id, name]));
  const lineOf = ({ key, label, lang, required, types }: QuestionSpec): Line => {
    const shown = types.flatMap((id) => names.get(id) ?? []);
    return { key, text: label, lang, required, types: shown.join(", ") };
  };
  const about = ["givenName", "familyName", "organisation", "jobTitle", "country"] as const;
  const optional = new Set<string>(["organisation", "jobTitle"]);
  const groups = [
    {
      title: form("about"),
      lines: about.map((key): Line => ({ key, text: form(key), required: !optional.has(key) })),
    },
    { title: form("questions"), lines: spec.questions.map(lineOf) },
    { title: form("sensitive"), hint: form("sensitiveHint"), lines: spec.sensitive.map(lineOf) },
    {
      title: form("consents"),
      hint: form("consentsHint"),
      lines: spec.consents.map(
        ({ name, wording, lang, required }): Line => ({ key: name, text: wording, lang, required }),
      ),
    },
  ];
  return (
    <Part title={t("asked")} lead={t("askedText")}>
      <div className="grid gap-6">
        {groups
          .filter(({ lines }) => lines.length > 0)
          .map(({ title, hint, lines }) => (
            <section key={title}>
              <h3 className="text-[17px]">{title}</h3>
              {hint ? <p className="mt-0.5 max-w-[62ch] text-ink-2 text-sm">{hint}</p> : null}
              <ul className="mt-2 grid list-disc gap-1.5 pl-5 marker:text-ink-3">
                {lines.map(({ key, text, lang, required, types }) => (
                  <li key={key}>
                    <span lang={lang}>{text}</span>
                    {required ? null : <span className="text-ink-3 text-sm"> ({form("optional")})</span>}
                    {types ? <span className="block text-ink-2 text-sm">{t("only", { types })}</span> : null}
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </Part>
  );
}
