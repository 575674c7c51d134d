import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Conference } from "@/lib/conferences/queries";
import { type Moment, momentsOf } from "@/lib/conferences/rules";
import { formatInstant } from "@/lib/dates";

/** The conference's moments as one line of time, with a button at each and a mark where the clock stands. */
export async function MomentList({
  conference,
  now,
  locale,
}: {
  conference: Conference;
  now: Date;
  locale: string;
}) {
  const t = await getTranslations("clock");
  const module = await getTranslations("settings.windows.module");
  const name = ({ key, module: of, number = 0 }: Moment) =>
    t(`moment.${key}`, { number, module: of ? module(of as Parameters<typeof module>[0]) : "" });
  const moments = momentsOf(conference);
  const passed = moments.filter(({ at }) => at <= now).length;
  const here = (
    <li key="here" className="relative flex items-center gap-3 py-2 pl-7" aria-current="true">
      <span
        className="absolute left-0 size-[15px] rounded-full border-4 border-action bg-surface"
        aria-hidden="true"
      />
      <strong className="text-action">{t("here")}</strong>
      <span className="text-sm text-ink-2 tabular-nums">
        {formatInstant(now, "moment", locale, conference.timeZone)}
      </span>
    </li>
  );
  const rows = moments.map((moment) => (
    <li
      key={`${moment.key} ${moment.module ?? moment.number} ${moment.at.getTime()}`}
      className="relative flex flex-wrap items-center gap-x-4 py-1.5 pl-7"
    >
      <span className="absolute left-[4px] size-[7px] rounded-full bg-line-strong" aria-hidden="true" />
      <span className="min-w-0 grow basis-56">
        <span className="block font-semibold">{name(moment)}</span>
        <span className="block text-sm text-ink-2 tabular-nums">
          {formatInstant(moment.at, "moment", locale, conference.timeZone)}
        </span>
      </span>
      {moment.at.getTime() === now.getTime() ? null : (
        <SubmitButton
          look="secondary"
          size="small"
          name="moment"
          value={moment.at.toISOString()}
          aria-label={t("goTo", { name: name(moment) })}
        >
          {t("go")}
        </SubmitButton>
      )}
    </li>
  ));
  return (
    <ol className="relative before:absolute before:inset-y-4 before:left-[7px] before:w-px before:bg-line">
      {[...rows.slice(0, passed), here, ...rows.slice(passed)]}
    </ol>
  );
}
