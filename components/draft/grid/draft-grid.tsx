"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { dayBounds, lanesOf, minutesBetween } from "@/lib/draft-grid/rules";
import { localDay } from "@/lib/local-time";
import { DayTabs } from "./day-tabs";
import { Ghost } from "./ghost";
import { MoveDialog } from "./move-dialog";
import { MoveNote } from "./move-note";
import { RoomHeads } from "./room-heads";
import { SessionBlock } from "./session-block";
import { TimeLines } from "./time-lines";
import type { GridDay, GridFacts, Move, Target } from "./types";
import { useAddress } from "./use-address";
import { useDragging } from "./use-dragging";
import { useMoving } from "./use-moving";

const PX = 1.7;
/** Of a day on which less is planned: 8 to 19 o'clock. */
const USUAL: [number, number] = [8, 19];

type Props = GridFacts & {
  days: GridDay[];
  /** The one in the address. */
  day: GridDay;
  move: Move;
  /** The day as a list, for narrow screens. */
  children: ReactNode;
};

/** The draft by day, to scale, a column for each room, in which sessions are moved. The grid from 900 px. */
export function DraftGrid({ days, day: served, move, children, ...facts }: Props) {
  const t = useTranslations("desk.programme.grid");
  const { rooms, reader, timeZone } = facts;
  const [opened, openDay] = useState(served.date);
  const day = days.find(({ date }) => date === opened) ?? served;
  const followed = useRef<string>(undefined);
  const moving = useMoving(facts, move, ({ id, startsAt }) => {
    const date = localDay(startsAt, timeZone);
    if (date !== opened) followed.current = id;
    openDay(date);
  });
  const { shown, asked, clashesAt } = moving;
  const dayOf = useMemo(
    () => new Map(shown.map(({ id, startsAt }) => [id, localDay(startsAt, timeZone)])),
    [shown, timeZone],
  );
  const sessions = shown.filter(({ id }) => dayOf.get(id) === day.date);
  const bounds = dayBounds(sessions, day.midnight, USUAL);
  const [from, to] = bounds;
  const homeless = sessions.some(({ roomId }) => !rooms.some(({ id }) => id === roomId));
  const columns: (string | null)[] = [...rooms.map(({ id }) => id), ...(homeless ? [null] : [])];
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const frame = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const grid = { frame, area, columns, bounds, pxPerMinute: PX, timeZone };
  const drag = useDragging({ ...grid, day: day.date, openDay, drop: moving.drop });
  const { target, over } = drag;
  useAddress(day.date === served.date || target || moving.saving ? undefined : day.href);
  // Who moved a session to another day by the keyboard goes on from there.
  useEffect(() => {
    const { current: id } = followed;
    followed.current = undefined;
    if (!id || document.activeElement !== document.body) return;
    area.current?.querySelector<HTMLElement>(`[data-session="${id}"] button`)?.focus();
  });

  const columnOf = (roomId: string | null) =>
    columns.includes(roomId) ? columns.indexOf(roomId) : columns.length - 1;
  const heightOf = ({ startsAt, endsAt }: Pick<Target, "startsAt" | "endsAt">) =>
    Math.max(minutesBetween(startsAt, endsAt) * PX - 2, 14);
  const stand = (at: Target, { lane, of } = { lane: 0, of: 1 }) => ({
    top: minutesBetween(from, at.startsAt) * PX,
    height: heightOf(at),
    left: `calc(${((columnOf(at.roomId) + lane / of) / columns.length) * 100}% + 3px)`,
    width: `calc(${100 / columns.length / of}% - 6px)`,
  });
  const lanes = new Map(
    columns.flatMap((_, index) => [...lanesOf(sessions.filter(({ roomId }) => columnOf(roomId) === index))]),
  );
  // What is held stays in the page although another day is shown: the finger's events end with the element.
  const held = target && dayOf.get(target.id) !== day.date && shown.find(({ id }) => id === target.id);
  const here = target && localDay(target.startsAt, timeZone) === day.date;
  return (
    <>
      <DayTabs
        days={days}
        day={day.date}
        over={over}
        where={target && over ? moving.where(target) : undefined}
      />
      {children}
      <section aria-label={t("label")} className="hidden wide:block">
        {ready ? <p className="mb-3 text-sm text-ink-2">{t("help")}</p> : null}
        <div ref={frame} className="max-h-[calc(100dvh-152px)] min-h-96 overflow-auto">
          <div style={{ minWidth: 60 + columns.length * 132 }}>
            <RoomHeads columns={columns} rooms={rooms} />
            <div className="relative" style={{ height: minutesBetween(from, to) * PX }}>
              <TimeLines bounds={bounds} pxPerMinute={PX} reader={reader} timeZone={timeZone} />
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
                  {[...sessions, ...(held ? [held] : [])].map((session) => (
                    <SessionBlock
                      key={session.id}
                      session={session}
                      facts={facts}
                      style={session === held ? undefined : stand(session, lanes.get(session.id))}
                      height={heightOf(session)}
                      clashes={clashesAt(session).length}
                      dragged={target?.id === session.id}
                      ready={ready}
                      whole={drag.handlers(session, "whole")}
                      end={drag.handlers(session, "end")}
                      onMove={() => moving.choose(session)}
                      onOpen={(event) => {
                        if (drag.justDropped.current) event.preventDefault();
                      }}
                    />
                  ))}
                  {target && here ? (
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
    </>
  );
}
