"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useRef, useState, useTransition } from "react";
import { clashesOf, clashKey, unknown } from "@/lib/clashes/rules";
import { formatInstant } from "@/lib/dates";
import type { GridFacts, GridSession, Move, Target } from "./types";

export type Note = { tone: "ok" | "bad"; text: string; undo?: Target };

const versionOf = (data: unknown): number =>
  typeof data === "object" && data && "version" in data ? Number(data.version) : 0;

/** Everything that moves a session: asking where it clashes, saving, saying what was done, taking it back. */
export function useMoving(
  { slots, rooms, frame, reader, timeZone }: GridFacts,
  move: Move,
  /** Shows the day on which a session stands. */
  follow: (target: Target) => void,
) {
  const t = useTranslations("desk.programme.grid");
  const [shown, place] = useOptimistic(slots, (all: GridSession[], target: Target) =>
    all.map((slot) => (slot.id === target.id ? { ...slot, ...target } : slot)),
  );
  /** What waits for a second word, because it clashes or because it is being chosen. */
  const [asked, ask] = useState<Target>();
  const [note, setNote] = useState<Note>();
  const [saving, start] = useTransition();
  // The answer to a move is here a moment before the page is; who takes it back at once does so from there.
  const versions = useRef(new Map<string, number>());

  const clashesAt = (target: Target) => {
    const slot = shown.find(({ id }) => id === target.id);
    return slot ? clashesOf({ ...slot, ...target }, shown, frame) : [];
  };
  /** Those that the session does not have where it stands. */
  const newClashesAt = (target: Target) => {
    const slot = shown.find(({ id }) => id === target.id);
    const accepted = slot ? clashesOf(slot, shown, frame).map(clashKey) : [];
    return unknown(clashesAt(target), accepted);
  };
  const where = ({ roomId, startsAt, endsAt }: Target) =>
    t("where", {
      from: formatInstant(startsAt, "moment", reader, timeZone),
      until: formatInstant(endsAt, "time", reader, timeZone),
      room: rooms.find(({ id }) => id === roomId)?.name ?? t("noRoom"),
    });

  function save(target: Target, undoing = false) {
    const before = shown.find(({ id }) => id === target.id);
    if (!before) return;
    const form = new FormData();
    form.set("id", target.id);
    form.set("version", String(Math.max(before.version, versions.current.get(target.id) ?? 0)));
    form.set("roomId", target.roomId ?? "");
    // Not as local times: in the hour that is there twice they would not say which reading is meant.
    form.set("startsAt", target.startsAt.toISOString());
    form.set("endsAt", target.endsAt.toISOString());
    form.set("sure", "on");
    for (const clash of clashesAt(target)) form.append("knowing[]", clashKey(clash));
    ask(undefined);
    setNote(undefined);
    follow(target);
    start(async () => {
      place(target);
      const result = await move(null, form);
      const { title } = before;
      const { id, roomId, startsAt, endsAt } = before;
      if (result?.ok) {
        versions.current.set(id, versionOf(result.data));
        setNote({
          tone: "ok",
          text: t(undoing ? "undone" : "moved", { title, where: where(target) }),
          undo: undoing ? undefined : { id, roomId, startsAt, endsAt },
        });
        return;
      }
      follow(before);
      const by = String(result?.values?.["theirs.by"] || "empty");
      const overtaken = result?.code === "changed-meanwhile";
      setNote({
        tone: "bad",
        text: overtaken ? t("overtaken", { title, by }) : (result?.message ?? t("failed")),
      });
    });
  }

  /** Saves what stands in nobody's way; asks about the rest. */
  function drop(target: Target) {
    const before = shown.find(({ id }) => id === target.id);
    const same =
      before?.roomId === target.roomId &&
      before?.startsAt.getTime() === target.startsAt.getTime() &&
      before?.endsAt.getTime() === target.endsAt.getTime();
    if (same) return;
    if (newClashesAt(target).length > 0) ask(target);
    else save(target);
  }

  /** By fields and buttons, beginning where it stands. */
  function choose({ id, roomId, startsAt, endsAt }: Target) {
    setNote(undefined);
    ask({ id, roomId, startsAt, endsAt });
  }

  return { shown, saving, asked, ask, choose, note, clashesAt, newClashesAt, where, save, drop };
}

export type Moving = ReturnType<typeof useMoving>;
