import { useTranslations } from "next-intl";
import { Markup } from "@/components/ui/markup";
import type { Summary } from "@/lib/feedback/rules";
import { html } from "@/lib/html";

type Shown = NonNullable<Summary["shown"]>;

/** The mean, how often each rating was given, and the texts. */
export function Distribution({ shown, count, locale }: { shown: Shown; count: number; locale: string }) {
  const t = useTranslations("feedback");
  const mean = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <>
      <section aria-labelledby="ratings">
        <h2 id="ratings" className="text-xl">
          {t("results.mean", { mean: mean.format(shown.mean) })}
        </h2>
        <table className="mt-4 w-full text-[15px]">
          <caption className="sr-only">{t("results.distribution")}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t("rating")}</th>
              <th scope="col">{t("results.answers")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.of.map(({ rating, count: given }) => (
              <tr key={rating}>
                <th scope="row" className="w-36 py-1.5 pr-4 text-left font-normal">
                  {t(`ratings.${rating}` as "ratings.5")}
                </th>
                <td className="py-1.5">
                  <span className="flex items-center gap-3">
                    <span aria-hidden="true" className="h-2.5 flex-1 overflow-hidden rounded-full bg-sunken">
                      <span
                        className="block h-full bg-action"
                        style={{ width: `${(given / count) * 100}%` }}
                      />
                    </span>
                    <span className="w-8 text-right tabular-nums">{given}</span>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section aria-labelledby="texts">
        <h2 id="texts" className="text-xl">
          {t("results.texts", { count: shown.texts.length })}
        </h2>
        <p className="mt-1 text-sm text-ink-2">{t("results.order")}</p>
        <Markup
          as="ul"
          id="feedback-texts"
          className="mt-3 *:border-t *:border-line *:py-3 *:break-words *:whitespace-pre-wrap"
          html={html`${shown.texts.map((text) => html`<li>${text}`)}`}
        />
      </section>
    </>
  );
}
