import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import type { Conference } from "@/lib/conferences/queries";
import { formatDay, formatInstant } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import { byStart, type ProgrammeSession } from "@/lib/programme/rules";
import { timetable } from "@/lib/timetable/rules";
import { SessionCard } from "./session-card";

// A minute in the grid is at least this high; what needs more room for its words gets it.
const PX_PER_MINUTE = 1.1;

const place = (row: string, column: string) => ({ "--row": row, "--column": column }) as CSSProperties;
const placed = "wide:[grid-column:var(--column)] wide:[grid-row:var(--row)]";

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
      <div
        style={style}
        className="grid gap-y-5 wide:grid-cols-[56px_repeat(var(--lanes),minmax(0,1fr))] wide:gap-x-2.5 wide:gap-y-0 wide:[grid-template-rows:var(--rows)]"
      >
        {columns.map(({ room, name, from, lanes: wide }) => (
          <p
            key={`${room} ${from}`}
            aria-hidden="true"
            style={place("1", `${from + 1} / span ${wide}`)}
            className={`hidden pb-2.5 text-[13px] font-semibold text-ink-3 wide:block ${placed}`}
          >
            {name || t("noRoom")}
          </p>
        ))}
        {rows.map(({ at, begins }, index) =>
          begins ? (
            <div
              key={at.toISOString()}
              aria-hidden="true"
              style={place(`${index + 2}`, "2 / -1")}
              className={`hidden border-t border-line wide:block ${placed}`}
            />
          ) : null,
        )}
        {byStart(sessions).map(({ at, sessions: together }) => (
          <div
            key={at.toISOString()}
            data-slot-of={at.toISOString()}
            className="grid grid-cols-[52px_minmax(0,1fr)] gap-x-2 border-t border-line pt-2 wide:contents"
          >
            <h3
              style={place(`${rows.findIndex((row) => row.at.getTime() === at.getTime()) + 2}`, "1")}
              className={`text-[13px] font-normal tracking-normal text-ink-3 tabular-nums wide:border-t wide:border-line wide:pt-1 ${placed}`}
            >
              <time dateTime={at.toISOString()}>{formatInstant(at, "time", reader, timeZone)}</time>
            </h3>
            <ul className="grid min-w-0 gap-2 wide:contents">
              {together.map((session) => {
                const cell = cells.get(session.slug);
                return (
                  <li
                    key={session.slug}
                    data-session={session.slug}
                    data-in-topic={session.topic?.key ?? ""}
                    data-in-kind={session.kind}
                    data-in-room={session.room?.id ?? ""}
                    style={
                      cell &&
                      place(
                        `${cell.fromRow + 1} / ${cell.toRow + 1}`,
                        `${cell.fromColumn + 1} / ${cell.toColumn + 1}`,
                      )
                    }
                    className={`relative min-w-0 wide:py-[5px] ${placed}`}
                  >
                    <SessionCard conference={conference} session={session} />
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
