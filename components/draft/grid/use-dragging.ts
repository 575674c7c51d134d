"use client";

import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import { endedAt, minutesBetween, movedTo } from "@/lib/draft-grid/rules";
import type { GridSession, Target } from "./types";

/** In pixels: less is a hand that trembles on a link. */
const THRESHOLD = 5;

type Held = {
  session: GridSession;
  part: "whole" | "end";
  /** Minutes from the beginning (or the end) of the session to where it was taken. */
  grip: number;
  x: number;
  y: number;
  moved: boolean;
};

type Options = {
  /** The area of the columns: its top is `from`. */
  area: RefObject<HTMLElement | null>;
  /** Ids of the rooms in the order of the columns; null: without a room. */
  columns: (string | null)[];
  from: Date;
  pxPerMinute: number;
  drop: (target: Target) => void;
};

/**
 * Takes a session by mouse, pen or finger to another time and room, or its end to another time. Escape lets go
 * where it was. A finger takes it by its handle only: elsewhere it scrolls the page.
 */
export function useDragging({ area, columns, from, pxPerMinute, drop }: Options) {
  const held = useRef<Held>(null);
  const [target, setTarget] = useState<Target>();
  const justDropped = useRef(false);

  const minutesAt = (y: number) => (y - (area.current?.getBoundingClientRect().top ?? 0)) / pxPerMinute;

  function roomAt(x: number): string | null {
    const box = area.current?.getBoundingClientRect();
    if (!box) return null;
    const column = Math.floor(((x - box.left) / box.width) * columns.length);
    return columns[Math.min(Math.max(column, 0), columns.length - 1)] ?? null;
  }

  function take(event: PointerEvent<HTMLElement>, session: GridSession, part: "whole" | "end") {
    const onHandle = event.target instanceof Element && event.target.closest("[data-handle]") !== null;
    if (event.button !== 0 || (event.pointerType === "touch" && !onHandle)) return;
    if (event.target instanceof Element && event.target.closest("button")) return;
    const at = minutesAt(event.clientY);
    const edge = minutesBetween(from, part === "whole" ? session.startsAt : session.endsAt);
    held.current = { session, part, grip: at - edge, x: event.clientX, y: event.clientY, moved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.stopPropagation();
  }

  function drag(event: PointerEvent<HTMLElement>) {
    const { current } = held;
    if (!current) return;
    if (Math.hypot(event.clientX - current.x, event.clientY - current.y) < THRESHOLD && !current.moved)
      return;
    current.moved = true;
    const { session, part, grip } = current;
    const minutes = minutesAt(event.clientY) - grip;
    setTarget(
      part === "end"
        ? endedAt(session, from, minutes)
        : { ...movedTo(session, from, minutes), roomId: roomAt(event.clientX) },
    );
  }

  function letGo() {
    const { current } = held;
    held.current = null;
    setTarget(undefined);
    if (!current?.moved || !target) return;
    // The click that follows is the end of the drag and no wish to open the session.
    justDropped.current = true;
    setTimeout(() => {
      justDropped.current = false;
    }, 0);
    const { id, roomId, startsAt, endsAt } = target;
    drop({ id, roomId, startsAt, endsAt });
  }

  useEffect(() => {
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      held.current = null;
      setTarget(undefined);
    };
    document.addEventListener("keydown", cancel);
    return () => document.removeEventListener("keydown", cancel);
  }, []);

  const handlers = (session: GridSession, part: "whole" | "end") => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => take(event, session, part),
    onPointerMove: drag,
    onPointerUp: letGo,
    onPointerCancel: () => {
      held.current = null;
      setTarget(undefined);
    },
  });
  return { target, handlers, justDropped };
}
