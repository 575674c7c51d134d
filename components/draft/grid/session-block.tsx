"use client";

import { useTranslations } from "next-intl";
import type { CSSProperties, MouseEvent, PointerEvent } from "react";
import { formatInstant } from "@/lib/dates";
import type { GridFacts, GridSession } from "./types";

type Handlers = Record<
  "onPointerDown" | "onPointerMove" | "onPointerUp" | "onPointerCancel",
  (event: PointerEvent<HTMLElement>) => void
>;

type Props = {
  session: GridSession;
  facts: GridFacts;
  /** undefined: it is held, and stands on another day than the one that is shown. */
  style: CSSProperties | undefined;
  /** Fewer lines for fewer minutes. */
  height: number;
  clashes: number;
  dragged: boolean;
  /** Scripts run: before that, only the link works. */
  ready: boolean;
  whole: Handlers;
  end: Handlers;
  onMove: () => void;
  onOpen: (event: MouseEvent) => void;
};

/** One session in the grid: a link to its form, a button to move it, an edge to make it longer. */
export function SessionBlock({
  session,
  facts,
  style,
  height,
  clashes,
  dragged,
  ready,
  whole,
  end,
  onMove,
  onOpen,
}: Props) {
  const t = useTranslations("desk.programme.grid");
  const { reader, timeZone, programme } = facts;
  const time = (at: Date) => formatInstant(at, "time", reader, timeZone);
  const href = `${programme}/sessions/${session.id}`;
  return (
    <li
      data-session={session.id}
      data-topic={session.colour ?? undefined}
      style={style}
      className={`group absolute overflow-hidden [-webkit-touch-callout:none] rounded-md border bg-surface text-[13px] leading-tight select-none hover:z-10 hover:border-ink has-focus-visible:z-10 has-focus-visible:overflow-visible ${clashes > 0 ? "border-bad" : "border-line-strong/60"} ${session.kind === "break" ? "border-dashed" : ""} ${style ? "" : "invisible"} ${dragged ? "opacity-40" : ""}`}
    >
      <div className="flex h-full cursor-grab touch-manipulation active:cursor-grabbing" {...whole}>
        <span
          aria-hidden="true"
          className="w-4 shrink-0 border-r border-line bg-(--topic-wash,var(--sunken)) after:block after:h-full after:w-1 after:bg-(--topic,var(--line-strong))"
        />
        <div className="min-w-0 flex-1 px-1.5 py-1">
          <a
            href={href}
            draggable={false}
            onClickCapture={onOpen}
            className={`scroll-mt-28 font-semibold text-ink no-underline [overflow-wrap:anywhere] hover:underline ${session.cancelled ? "line-through" : ""} ${height < 40 ? "block truncate" : height < 90 ? "line-clamp-2" : "line-clamp-4"}`}
          >
            {session.title}
          </a>
          {height >= 64 ? (
            <p className="mt-0.5 truncate text-xs text-ink-2 tabular-nums">
              {time(session.startsAt)}–{time(session.endsAt)}
              {session.seats === null ? null : ` · ${t("seats", { count: session.seats })}`}
            </p>
          ) : null}
          {session.cancelled && height >= 80 ? (
            <p className="text-xs font-semibold text-bad">{t("cancelled")}</p>
          ) : null}
          {clashes > 0 && height >= 80 ? (
            <p className="text-xs font-semibold text-bad">{t("clashes", { count: clashes })}</p>
          ) : null}
        </div>
      </div>
      {ready ? (
        <button
          type="button"
          onClick={onMove}
          aria-label={t("moveNamed", { title: session.title })}
          className="absolute top-0.5 right-0.5 inline-flex scroll-mt-28 min-h-6 cursor-pointer items-center rounded border border-line-strong bg-surface px-1.5 text-xs font-semibold text-action opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
        >
          {t("move")}
        </button>
      ) : null}
      <span
        aria-hidden="true"
        className="absolute inset-x-0 bottom-0 h-1.5 cursor-ns-resize touch-manipulation hover:bg-action/30 pointer-coarse:h-3.5"
        {...end}
      />
    </li>
  );
}
