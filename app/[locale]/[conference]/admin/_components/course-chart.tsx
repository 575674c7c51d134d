import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatDay, formatDayRange } from "@/lib/dates";
import type { Course } from "@/lib/overview/rules";

const WIDTH = 720;
const HEIGHT = 160;

/** Registrations over time as bars, and the same numbers as a table for those who want or need them. */
export function CourseChart({ course: { step, points } }: { course: Course }) {
  const t = useTranslations("desk.overview.course");
  const format = useFormatter();
  const locale = useLocale();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return <p className="text-ink-2">{t("empty")}</p>;
  const most = Math.max(1, ...points.map(({ count }) => count));
  const peak = points.find(({ count }) => count === most) ?? first;
  const slot = WIDTH / points.length;
  const span = (from: string, to: string) =>
    from === to ? formatDay(from, "date", locale) : formatDayRange(from, to, locale);
  const label = t("label", {
    count: last.total,
    from: formatDay(first.from, "date", locale),
    to: formatDay(last.to, "date", locale),
    most,
    peak: span(peak.from, peak.to),
  });
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={label}
        preserveAspectRatio="none"
        className="h-44 w-full"
      >
        <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} stroke="var(--line-strong)" />
        {points.map(({ from, to, count }, index) => {
          const height = (count / most) * (HEIGHT - 4);
          return (
            <rect
              key={from}
              x={index * slot + slot * 0.12}
              y={HEIGHT - height}
              width={slot * 0.76}
              height={height}
              fill="var(--action)"
            >
              <title>{`${span(from, to)}: ${format.number(count)}`}</title>
            </rect>
          );
        })}
      </svg>
      <div className="mt-1 flex justify-between gap-4 text-sm text-ink-2" aria-hidden="true">
        <span>{formatDay(first.from, "dateShort", locale)}</span>
        <span>{t(step === 1 ? "mostDay" : "mostWeek", { count: most })}</span>
        <span>{formatDay(last.to, "dateShort", locale)}</span>
      </div>
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-action wide:min-h-9">
          {t("asTable")}
        </summary>
        <div>
          <table className="w-full text-sm tabular-nums">
            <thead>
              <tr className="text-left text-ink-2">
                <th scope="col" className="py-1 font-semibold">
                  {t(step === 1 ? "day" : "week")}
                </th>
                <th scope="col" className="py-1 text-right font-semibold">
                  {t("new")}
                </th>
                <th scope="col" className="py-1 text-right font-semibold">
                  {t("total")}
                </th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ from, to, count, total }) => (
                <tr key={from} className="border-t border-line">
                  <th scope="row" className="py-1 text-left font-normal">
                    {span(from, to)}
                  </th>
                  <td className="py-1 text-right">{format.number(count)}</td>
                  <td className="py-1 text-right">{format.number(total)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
