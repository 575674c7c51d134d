"use client";

import { type RefObject, useEffect, useRef } from "react";
import { edgePull } from "@/lib/draft-grid/rules";

/** The height of the days above the grid, which stay in sight. */
const BAR = 64;

type Point = { x: number; y: number };

/**
 * Scrolls what holds the grid, and the page around it, while something is dragged at one of its edges. `moved`
 * is told after each step: under a pointer that rests, the grid has moved on.
 */
export function useEdgeScroll(frame: RefObject<HTMLElement | null>, moved: () => void) {
  const at = useRef<Point>(undefined);
  const running = useRef(0);
  const told = useRef(moved);
  useEffect(() => {
    told.current = moved;
  });
  useEffect(() => () => cancelAnimationFrame(running.current), []);

  function step() {
    const { current: box } = frame;
    if (!at.current || !box) return;
    const { x, y } = at.current;
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const edges: [number, number] = [Math.max(top, BAR), Math.min(bottom, innerHeight)];
    const before = [box.scrollLeft, box.scrollTop, scrollY].join();
    // Above the grid are the days: who goes there means one of them, and it stays where it is.
    const down = y < edges[0] ? 0 : edgePull(y, edges);
    box.scrollBy(edgePull(x, [left, right]), down);
    if (down < 0 ? top < BAR : bottom > innerHeight) scrollBy(0, down);
    if ([box.scrollLeft, box.scrollTop, scrollY].join() !== before) told.current();
    running.current = requestAnimationFrame(step);
  }

  return {
    follow: (point: Point) => {
      const idle = at.current === undefined;
      at.current = point;
      if (idle) running.current = requestAnimationFrame(step);
    },
    stop: () => {
      at.current = undefined;
      cancelAnimationFrame(running.current);
    },
  };
}
