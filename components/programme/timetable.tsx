import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { Markup } from "@/components/ui/markup";
import type { Conference } from "@/lib/conferences/queries";
import { formatDay, formatInstant } from "@/lib/dates";
import { type Html, html } from "@/lib/html";
import type { Locale } from "@/lib/i18n/locales";
import { byStart, duration, type ProgrammeSession } from "@/lib/programme/rules";
import { type Cell, timetable } from "@/lib/timetable/rules";
import { sessionCard } from "./session-card";

// A minute in the grid is at least this high; what needs more room for its words gets it.
const PX_PER_MINUTE = 1.1;

/**
 * A day of the programme: a list by time on the phone, a grid of rooms and times from 900 px, out of the same
 * elements. The time column and the heads stand in the first column and row. Written as one text, because five
 * hundred sessions as elements would be sent twice.
 */
export function DayTimetable({
  conference,
  day,
  sessions,
  roomKeys,
}: {
  conference: Conference & { reader: Locale };
  day: string;
  sessions: ProgrammeSession[];
  /** What the rooms of the whole programme are called in the address, by their ids. */
  roomKeys: ReadonlyMap<string, string>;
}) {
  const t = useTranslations("programme");
  const { reader, timeZone } = conference;
  const { columns, rows, cells } = timetable(sessions);
  const lanes = columns.reduce((sum, column) => sum + column.lanes, 0) || 1;
  const style = {
    "--lanes": lanes,
    "--rows": `auto ${rows.map(({ minutes }) => `minmax(${Math.round(minutes * PX_PER_MINUTE)}px,auto)`).join(" ")}`,
  } as CSSProperties;
  const line = new Map(rows.map((row, index) => [row.at.getTime(), index + 2]));
  const title = formatDay(day, "day", reader);
  const item = (session: ProgrammeSession) => {
    const { slug, id, startsAt, kind, topic, room } = session;
    return html`<li data-session="${slug}" data-id="${id}" data-at="${startsAt.getTime() / 60_000}" data-for="${duration(session)}" data-kind="${kind}"${
      topic && html` data-of="${topic.key}"`
    }${room && html` data-room="${roomKeys.get(room.id)}"`}${area(cells.get(slug))}>${sessionCard(t, conference, session)}`;
  };
  // </li> and </p> may be left out in HTML; the grid's items are told their place by grid-area.
  const markup = html`${columns.map(
    ({ name, from, lanes: wide }) =>
      html`<p aria-hidden="true" class="head" style="--at:1/${from + 1}/auto/span ${wide}">${name || t("noRoom")}</p>`,
  )}${rows.map((row, index) =>
    row.begins ? html`<hr aria-hidden="true" style="--at:${index + 2}/2/auto/-1">` : null,
  )}${byStart(sessions).map(
    ({ at, sessions: together }) =>
      html`<div class="time"><h3 style="--at:${line.get(at.getTime())}/1"><time>${formatInstant(at, "time", reader, timeZone)}</time></h3><ul>${together.map(item)}</ul></div>`,
  )}`;
  return (
    <section data-day={day} id={`day-${day}`} aria-labelledby={`title-${day}`} className="day">
      <h2 id={`title-${day}`}>{title}</h2>
      {/* Many rooms are wider than the screen: then the keyboard must be able to move the grid, too. */}
      <div className="grid-frame" {...(lanes > 7 ? { tabIndex: 0, role: "group", "aria-label": title } : {})}>
        <Markup id={`times-${day}`} html={markup} style={style} className="timetable" />
      </div>
    </section>
  );
}

/** One row and one column stand before the cells: heads and times. */
function area(cell: Cell | undefined): Html | undefined {
  return (
    cell &&
    html` style="--at:${cell.fromRow + 1}/${cell.fromColumn + 1}/${cell.toRow + 1}/${cell.toColumn + 1}"`
  );
}
