"use client";

import { type PointerEvent, type RefObject, useEffect, useRef } from "react";
import type { GridSession } from "./types";

/** In pixels: less is a hand that trembles on a link, or a finger that rests. */
const THRESHOLD = { mouse: 5, touch: 10 };
/** So long a finger rests before it takes a session; one that moves earlier scrolls. In milliseconds. */
const PRESS = 350;

export type Held = {
  session: GridSession;
  part: "whole" | "end";
  /** Where it was taken. */
  x: number;
  y: number;
};
type Grip = Held & { lifted: boolean; timer?: ReturnType<typeof setTimeout> };

type Options = {
  area: RefObject<HTMLElement | null>;
  lift: (held: Held) => void;
  drag: (held: Held, at: { x: number; y: number }) => void;
  letGo: () => void;
  cancel: () => void;
};

/**
 * When a pointer takes hold of a session: a mouse or pen once it has moved, a finger once it has rested. Escape,
 * a second finger or a scroll that began let go of it again.
 */
export function useGrip({ area, lift, drag, letGo, cancel }: Options) {
  const grip = useRef<Grip>(null);

  function end(how: () => void) {
    const { current } = grip;
    grip.current = null;
    clearTimeout(current?.timer);
    if (current?.lifted) how();
  }
  const stop = useRef(() => {});
  useEffect(() => {
    stop.current = () => end(cancel);
  });

  function take(event: PointerEvent<HTMLElement>, session: GridSession, part: Held["part"]) {
    if (!event.isPrimary) return end(cancel);
    const onButton = event.target instanceof Element && event.target.closest("button");
    if (event.button !== 0 || onButton) return;
    event.stopPropagation();
    const { currentTarget, pointerId } = event;
    const held: Grip = { session, part, x: event.clientX, y: event.clientY, lifted: false };
    grip.current = held;
    currentTarget.setPointerCapture(pointerId);
    if (event.pointerType === "touch")
      held.timer = setTimeout(() => {
        held.lifted = true;
        navigator.vibrate?.(12);
        lift(held);
      }, PRESS);
  }

  function move(event: PointerEvent<HTMLElement>) {
    const { current } = grip;
    if (!current || !event.isPrimary) return;
    const finger = event.pointerType === "touch";
    const far =
      Math.hypot(event.clientX - current.x, event.clientY - current.y) >=
      THRESHOLD[finger ? "touch" : "mouse"];
    if (!current.lifted) {
      if (!far) return;
      if (finger) return end(cancel);
      current.lifted = true;
      lift(current);
    }
    drag(current, { x: event.clientX, y: event.clientY });
  }

  useEffect(() => {
    const { current: element } = area;
    const leave = (event: KeyboardEvent) => event.key === "Escape" && stop.current();
    // Only a listener that may say no keeps the page where it is under a finger that holds a session.
    const stay = (event: Event) => grip.current?.lifted && event.preventDefault();
    document.addEventListener("keydown", leave);
    element?.addEventListener("touchmove", stay, { passive: false });
    element?.addEventListener("contextmenu", stay);
    return () => {
      document.removeEventListener("keydown", leave);
      element?.removeEventListener("touchmove", stay);
      element?.removeEventListener("contextmenu", stay);
    };
  }, [area]);

  return (session: GridSession, part: Held["part"]) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => take(event, session, part),
    onPointerMove: move,
    onPointerUp: () => end(letGo),
    onPointerCancel: () => end(cancel),
  });
}
