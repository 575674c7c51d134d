import { getTranslations } from "next-intl/server";
import { eachDay, formatDay, localDay } from "@/lib/dates";

type Conference = { startsOn: string; endsOn: string; timeZone: string };

/** The conference's days, and those before or after on which something is planned all the same. */
export function daysOf({ startsOn, endsOn, timeZone }: Conference, sessions: { startsAt: Date }[]): string[] {
  const planned = sessions.map(({ startsAt }) => localDay(startsAt, timeZone));
  return [...new Set([...eachDay(startsOn, endsOn), ...planned])].sort();
}

/** One day at a time; which one stands in the address. */
export async function DayTabs({
  days,
  day,
  programme,
  reader,
}: {
  days: string[];
  day: string;
  programme: string;
  reader: string;
}) {
  const t = await getTranslations("desk.programme");
  return (
    <nav aria-label={t("days")} className="mb-5 flex flex-wrap gap-2">
      {days.map((each) => (
        <a
          key={each}
          href={`${programme}?day=${each}`}
          aria-current={each === day ? "page" : undefined}
          className="inline-flex min-h-11 items-center rounded-lg border border-line-strong/60 bg-surface px-3.5 text-sm text-ink-2 no-underline hover:border-ink aria-[current]:border-action aria-[current]:bg-action-wash aria-[current]:font-semibold aria-[current]:text-action wide:min-h-10"
        >
          {formatDay(each, "dayShort", reader)}
        </a>
      ))}
    </nav>
  );
}
