"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import { formatInstant } from "@/lib/dates";
import { dayBounds, hoursOf, lanesOf, minutesBetween } from "@/lib/draft-grid/rules";
import { Ghost } from "./ghost";
import { MoveDialog } from "./move-dialog";
import { MoveNote } from "./move-note";
import { RoomHeads } from "./room-heads";
import { SessionBlock } from "./session-block";
import type { GridFacts, Move, Target } from "./types";
import { useDragging } from "./use-dragging";
import { useMoving } from "./use-moving";

const PX = 1.7;
/** Of a day on which less is planned: 8 to 19 o'clock. */
const USUAL: [number, number] = [8, 19];

type Props = GridFacts & {
  /** The day that is shown: its midnight, and the sessions that begin on it. */
  day: { midnight: Date; sessions: string[] };
  move: Move;
};

/** A day of the draft to scale, a column for each room, in which sessions are moved. From 900 px. */
export function DraftGrid({ day, move, ...facts }: Props) {
  const t = useTranslations("desk.programme.grid");
  const { rooms, reader, timeZone } = facts;
  const moving = useMoving(facts, move);
  const { shown, asked, clashesAt } = moving;
  const sessions = shown.filter(({ id }) => day.sessions.includes(id));
  const bounds = dayBounds(sessions, day.midnight, USUAL);
  const [from, to] = bounds;
  const homeless = sessions.some(({ roomId }) => !rooms.some(({ id }) => id === roomId));
  const columns: (string | null)[] = [...rooms.map(({ id }) => id), ...(homeless ? [null] : [])];
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const area = useRef<HTMLDivElement>(null);
  const drag = useDragging({ area, columns, from, pxPerMinute: PX, drop: moving.drop });

  const columnOf = (roomId: string | null) =>
    columns.includes(roomId) ? columns.indexOf(roomId) : columns.length - 1;
  const heightOf = ({ startsAt, endsAt }: Pick<Target, "startsAt" | "endsAt">) =>
    Math.max(minutesBetween(startsAt, endsAt) * PX - 2, 14);
  const stand = (target: Target, { lane, of } = { lane: 0, of: 1 }): CSSProperties => ({
    top: minutesBetween(from, target.startsAt) * PX,
    height: heightOf(target),
    left: `calc(${((columnOf(target.roomId) + lane / of) / columns.length) * 100}% + 3px)`,
    width: `calc(${100 / columns.length / of}% - 6px)`,
  });
  const lanes = new Map(
    columns.flatMap((column, index) => [
      ...lanesOf(sessions.filter(({ roomId }) => columnOf(roomId) === index && column !== undefined)),
    ]),
  );
  const { target } = drag;
  return (
    <section aria-label={t("label")} className="hidden wide:block">
      {ready ? <p className="mb-3 text-sm text-ink-2">{t("help")}</p> : null}
      <div className="overflow-x-auto pb-24">
        <div style={{ minWidth: 60 + columns.length * 132 }}>
          <RoomHeads columns={columns} rooms={rooms} />
          <div className="relative" style={{ height: minutesBetween(from, to) * PX }}>
            {hoursOf(bounds).map((hour) => (
              <p
                key={hour.getTime()}
                aria-hidden="true"
                style={{ top: minutesBetween(from, hour) * PX }}
                className="absolute inset-x-0 border-t border-line pt-0.5 text-xs text-ink-3 tabular-nums"
              >
                {formatInstant(hour, "time", reader, timeZone)}
              </p>
            ))}
            <div ref={area} className="absolute inset-y-0 right-0 left-14">
              {columns.map((column, index) => (
                <div
                  key={column ?? ""}
                  aria-hidden="true"
                  style={{ left: `${(index / columns.length) * 100}%` }}
                  className="absolute inset-y-0 border-l border-line"
                />
              ))}
              <ul>
                {sessions.map((session) => (
                  <SessionBlock
                    key={session.id}
                    session={session}
                    facts={facts}
                    style={stand(session, lanes.get(session.id))}
                    height={heightOf(session)}
                    clashes={clashesAt(session).length}
                    dragged={target?.id === session.id}
                    ready={ready}
                    whole={drag.handlers(session, "whole")}
                    end={drag.handlers(session, "end")}
                    onMove={() => {
                      moving.setNote(undefined);
                      const { id, roomId, startsAt, endsAt } = session;
                      moving.ask({ id, roomId, startsAt, endsAt });
                    }}
                    onOpen={(event) => {
                      if (drag.justDropped.current) event.preventDefault();
                    }}
                  />
                ))}
                {target ? (
                  <Ghost target={target} clashes={clashesAt(target)} facts={facts} style={stand(target)} />
                ) : null}
              </ul>
            </div>
          </div>
        </div>
      </div>
      <MoveNote moving={moving} />
      {asked ? <MoveDialog facts={facts} moving={moving} target={asked} /> : null}
    </section>
  );
}
