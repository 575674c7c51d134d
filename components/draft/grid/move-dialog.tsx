"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { dayBeside, onDay, STEP } from "@/lib/draft-grid/rules";
import { instantNear, localMinute } from "@/lib/local-time";
import { ClashList } from "../clash-list";
import type { GridFacts, Target } from "./types";
import type { Moving } from "./use-moving";

const MINUTE = 60_000;

/** Where to: by fields and buttons, for the keyboard; and the second word when a drop clashes. */
export function MoveDialog({ facts, moving, target }: { facts: GridFacts; moving: Moving; target: Target }) {
  const t = useTranslations("desk.programme.grid");
  const dialog = useRef<HTMLDialogElement>(null);
  const { rooms, names, timeZone } = facts;
  const { ask, save, clashesAt, newClashesAt, where } = moving;
  useEffect(() => dialog.current?.showModal(), []);

  const clashes = clashesAt(target);
  const title = names.sessions[target.id] ?? "";
  const change = (field: "startsAt" | "endsAt", local: string) => {
    if (!local) return;
    const at = instantNear(local, target[field], timeZone);
    // A session that begins elsewhere takes as long as before.
    const length = target.endsAt.getTime() - target.startsAt.getTime();
    if (field === "startsAt") ask({ ...target, startsAt: at, endsAt: new Date(at.getTime() + length) });
    else if (at > target.startsAt) ask({ ...target, endsAt: at });
  };
  const byDays = (days: number) => ask(onDay(target, dayBeside(target, days, timeZone), timeZone));
  const shift = (minutes: number) =>
    ask({
      ...target,
      startsAt: new Date(target.startsAt.getTime() + minutes * MINUTE),
      endsAt: new Date(target.endsAt.getTime() + minutes * MINUTE),
    });
  const columns = [...rooms.map(({ id }) => id), null];
  const beside = (by: number) => {
    const at = columns.indexOf(target.roomId) + by;
    if (at >= 0 && at < columns.length) ask({ ...target, roomId: columns[at] ?? null });
  };
  const step = (
    label: "earlier" | "later" | "left" | "right" | "dayBefore" | "dayAfter",
    act: () => void,
  ) => (
    <Button look="secondary" size="small" onClick={act}>
      {t(label, { minutes: STEP })}
    </Button>
  );
  return (
    <dialog
      ref={dialog}
      aria-labelledby="move-title"
      onClose={() => ask(undefined)}
      className="m-auto w-[min(620px,calc(100vw-32px))] rounded-xl border border-line bg-surface p-6 text-ink backdrop:bg-night/50"
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          // Closing gives the focus back to the button that opened this.
          dialog.current?.close();
          save(target);
        }}
      >
        <h2 id="move-title" className="text-[20px] [overflow-wrap:anywhere]">
          {t("moveTitle", { title })}
        </h2>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            name="move-startsAt"
            type="datetime-local"
            step={300}
            label={t("startsAt")}
            value={localMinute(target.startsAt, timeZone)}
            onChange={(event) => change("startsAt", event.currentTarget.value)}
          />
          <Field
            name="move-endsAt"
            type="datetime-local"
            step={300}
            label={t("endsAt")}
            value={localMinute(target.endsAt, timeZone)}
            onChange={(event) => change("endsAt", event.currentTarget.value)}
          />
        </div>
        <Select
          name="move-room"
          label={t("room")}
          value={target.roomId ?? ""}
          onChange={(event) => ask({ ...target, roomId: event.currentTarget.value || null })}
        >
          {rooms.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="">{t("noRoom")}</option>
        </Select>
        <div className="flex flex-wrap gap-2">
          {step("earlier", () => shift(-STEP))}
          {step("later", () => shift(STEP))}
          {step("left", () => beside(-1))}
          {step("right", () => beside(1))}
          {step("dayBefore", () => byDays(-1))}
          {step("dayAfter", () => byDays(1))}
        </div>
        <div aria-live="polite" className="grid gap-2">
          <p className="text-[15px] text-ink-2 tabular-nums">{where(target)}</p>
          {clashes.length > 0 ? (
            <div className="rounded-lg bg-bad-wash px-4 py-3">
              <ClashList clashes={clashes} names={names} />
            </div>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look={newClashesAt(target).length > 0 ? "danger" : "primary"}>
            {clashes.length > 0 ? t("moveWith", { count: clashes.length }) : t("moveHere")}
          </Button>
          <Button look="secondary" onClick={() => dialog.current?.close()}>
            {t("stay")}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
