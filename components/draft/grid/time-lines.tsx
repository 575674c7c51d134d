import { formatInstant } from "@/lib/dates";
import { hoursOf, minutesBetween } from "@/lib/draft-grid/rules";

type Props = { bounds: [Date, Date]; pxPerMinute: number; reader: string; timeZone: string };

/** A line for each hour, its time beside it: in sight however far the rooms are scrolled. */
export function TimeLines({ bounds, pxPerMinute, reader, timeZone }: Props) {
  return hoursOf(bounds).map((hour) => (
    <div
      key={hour.getTime()}
      aria-hidden="true"
      style={{ top: minutesBetween(bounds[0], hour) * pxPerMinute }}
      className="absolute inset-x-0 h-0 border-t border-line"
    >
      <p className="sticky left-0 z-10 w-14 bg-paper pt-0.5 text-xs text-ink-3 tabular-nums">
        {formatInstant(hour, "time", reader, timeZone)}
      </p>
    </div>
  ));
}
