import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import type { Conference } from "@/lib/conferences/queries";
import { formatDay, formatInstant } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import { byStart, type ProgrammeSession } from "@/lib/programme/rules";
import { type Cell, timetable } from "@/lib/timetable/rules";
import { SessionCard } from "./session-card";

// A minute in the grid is at least this high; what needs more room for its words gets it.
const PX_PER_MINUTE = 1.1;

/** row / column / row end / column end, as grid-area has them. */
const at = (area: string) => ({ "--at": area }) as CSSProperties;

/**
 * A day of the programme: a list by time on the phone, a grid of rooms and times from 900 px, out of the same
 * elements. The time column and the heads stand in the first column and row.
 */
export function DayTimetable({
  conference,
  day,
  sessions,
}: {
  conference: Conference & { reader: Locale };
  day: string;
  sessions: ProgrammeSession[];
}) {
  const t = useTranslations("programme");
  const { reader, timeZone } = conference;
  const { columns, rows, cells } = timetable(sessions);
  const lanes = Math.max(
    1,
    columns.reduce((sum, column) => sum + column.lanes, 0),
  );
  const style = {
    "--lanes": lanes,
    "--rows": `auto ${rows.map(({ minutes }) => `minmax(${Math.round(minutes * PX_PER_MINUTE)}px, auto)`).join(" ")}`,
  } as CSSProperties;
  const label = formatDay(day, "day", reader);
  return (
    <section data-day={day} id={`day-${day}`} aria-labelledby={`title-${day}`} className="mb-12 scroll-mt-4">
      <h2 id={`title-${day}`} className="mb-4 text-[22px]">
        {label}
      </h2>
      <div style={style} className="timetable">
        {columns.map(({ room, name, from, lanes: wide }) => (
          <p
            key={`${room} ${from}`}
            aria-hidden="true"
            className="head"
            style={at(`1 / ${from + 1} / auto / span ${wide}`)}
          >
            {name || t("noRoom")}
          </p>
        ))}
        {rows.map((row, index) =>
          row.begins ? (
            <div
              key={row.at.getTime()}
              aria-hidden="true"
              className="rule"
              style={at(`${index + 2} / 2 / auto / -1`)}
            />
          ) : null,
        )}
        {byStart(sessions).map(({ at: start, sessions: together }) => (
          <div key={start.getTime()} data-slot-of={start.getTime()} className="time">
            <h3 style={at(`${rows.findIndex((row) => row.at.getTime() === start.getTime()) + 2} / 1`)}>
              <time dateTime={start.toISOString()}>{formatInstant(start, "time", reader, timeZone)}</time>
            </h3>
            <ul>
              {together.map((session) => (
                <li
                  key={session.slug}
                  data-session={session.slug}
                  data-in-topic={session.topic?.key}
                  data-in-kind={session.kind}
                  data-in-room={session.room?.id}
                  style={area(cells.get(session.slug))}
                >
                  <SessionCard conference={conference} session={session} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

/** One row and one column stand before the cells: heads and times. */
function area(cell: Cell | undefined): CSSProperties | undefined {
  return (
    cell && at(`${cell.fromRow + 1} / ${cell.fromColumn + 1} / ${cell.toRow + 1} / ${cell.toColumn + 1}`)
  );
}
