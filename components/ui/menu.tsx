"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * A list that unfolds. Without JavaScript the browser opens and closes it; with it, it also closes when a link
 * in it is followed, on Escape, and when the reader goes on elsewhere.
 */
export function Menu({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = details.current;
      if (!menu?.open || !(event.target instanceof Element)) return;
      const inside = menu.contains(event.target);
      const escaped = event instanceof KeyboardEvent && event.key === "Escape";
      const followed = event.type === "click" && event.target.closest("a") !== null;
      if (escaped && inside) menu.querySelector("summary")?.focus();
      if (escaped || (inside && followed) || (!inside && event.type !== "keydown")) menu.open = false;
    };
    const events = ["click", "keydown", "focusin"];
    for (const event of events) document.addEventListener(event, close);
    return () => {
      for (const event of events) document.removeEventListener(event, close);
    };
  }, []);
  return (
    <details ref={details} className={className}>
      <summary className="corner-button">{label}</summary>
      {children}
    </details>
  );
}
