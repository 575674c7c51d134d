"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { endedAt, minutesBetween, movedTo, onDay } from "@/lib/draft-grid/rules";
import type { Target } from "./types";
import { useEdgeScroll } from "./use-edge-scroll";
import { type Held, useGrip } from "./use-grip";

/** So long a session is held over a day before the day opens, in milliseconds. */
const DWELL = 450;

type Options = {
  /** What scrolls, and in it the area of the columns: its top is `from`. */
  frame: RefObject<HTMLElement | null>;
  area: RefObject<HTMLElement | null>;
  /** Ids of the rooms in the order of the columns; null: without a room. */
  columns: (string | null)[];
  /** From when to when they go. */
  bounds: [Date, Date];
  pxPerMinute: number;
  timeZone: string;
  day: string;
  openDay: (day: string) => void;
  drop: (target: Target) => void;
};

/**
 * Takes a session by mouse, pen or finger to another time, room or day, or its end to another time. Held over
 * the tab of a day it opens that day; let go there it keeps its time. Escape lets go where it was.
 */
export function useDragging(options: Options) {
  const { frame, area, columns, bounds, pxPerMinute, timeZone, day, openDay, drop } = options;
  const [from, to] = bounds;
  const [target, setTarget] = useState<Target>();
  const [over, setOver] = useState<string>();
  const justDropped = useRef(false);
  const held = useRef<Held & { grip: number; day: string }>(null);
  const pointer = useRef({ x: 0, y: 0 });
  const dwell = useRef<ReturnType<typeof setTimeout>>(undefined);

  const minutesAt = (y: number) => (y - (area.current?.getBoundingClientRect().top ?? 0)) / pxPerMinute;

  function roomAt(x: number): string | null {
    const box = area.current?.getBoundingClientRect();
    if (!box) return null;
    const column = Math.floor(((x - box.left) / box.width) * columns.length);
    return columns[Math.min(Math.max(column, 0), columns.length - 1)] ?? null;
  }

  function wait(tab: string | undefined) {
    if (tab === over) return;
    setOver(tab);
    clearTimeout(dwell.current);
    if (tab) dwell.current = setTimeout(() => openDay(tab), DWELL);
  }

  function place() {
    const { current } = held;
    if (!current) return;
    const { session, part, grip } = current;
    const { x, y } = pointer.current;
    // Below the grid it begins when the grid ends.
    const minutes = Math.min(minutesAt(y) - grip, minutesBetween(from, to));
    if (part === "end") return setTarget(endedAt(session, from, minutes));
    const tab = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-day]")?.dataset.day;
    wait(tab);
    setTarget(
      tab ? onDay(session, tab, timeZone) : { ...movedTo(session, from, minutes), roomId: roomAt(x) },
    );
  }

  const edges = useEdgeScroll(frame, place);

  function end() {
    edges.stop();
    wait(undefined);
    clearTimeout(dwell.current);
    held.current = null;
    setTarget(undefined);
    // The click that follows is the end of the drag and no wish to open the session.
    justDropped.current = true;
    setTimeout(() => {
      justDropped.current = false;
    }, 0);
  }

  const handlers = useGrip({
    area,
    lift: (taken) => {
      const { session, part } = taken;
      const edge = minutesBetween(from, part === "whole" ? session.startsAt : session.endsAt);
      held.current = { ...taken, grip: minutesAt(taken.y) - edge, day };
      pointer.current = taken;
      setTarget(session);
    },
    drag: (_, at) => {
      pointer.current = at;
      edges.follow(at);
      place();
    },
    letGo: () => {
      end();
      if (!target) return;
      const { id, roomId, startsAt, endsAt } = target;
      drop({ id, roomId, startsAt, endsAt });
    },
    cancel: () => {
      if (held.current) openDay(held.current.day);
      end();
    },
  });
  useEffect(() => () => clearTimeout(dwell.current), []);
  return { target, over, handlers, justDropped };
}
