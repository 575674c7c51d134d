"use client";

import { useEffect, useRef } from "react";
import { type FormState, THEIRS } from "@/lib/result";

export type TheirsProps = {
  /** "What is saved now" */
  title: string;
  /** "by {name}" is said when it is known who it was. */
  by?: string;
  /** "empty" */
  empty: string;
  /** The fields by name: what the form calls them, and where the value is an id, what it stands for. */
  fields: Record<string, { label: string; words?: Record<string, string> }>;
};

/** After a save that came too late: field by field what someone else saved meanwhile. What was typed stays in the form. */
export function Theirs({ state, title, by, empty, fields }: TheirsProps & { state: FormState }) {
  const place = useRef<HTMLElement>(null);
  // The button stands at the end of a long form, this at its beginning.
  useEffect(() => {
    if (state && !state.ok && state.code === "changed-meanwhile") place.current?.focus();
  }, [state]);
  if (!state || state.ok || state.code !== "changed-meanwhile") return null;
  const values = state.values ?? {};
  const changed = [values[THEIRS] ?? []].flat();
  const who = values[`${THEIRS}.by`];
  const said = (name: string) =>
    [values[`${THEIRS}.${name}`] ?? ""]
      .flat()
      .map((value) => fields[name]?.words?.[value] ?? value)
      .filter(Boolean)
      .join(", ");
  if (changed.length === 0) return null;
  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-label={title}
      className="rounded-lg border border-warn bg-warn-wash px-4 py-3"
    >
      <p className="font-semibold text-warn">
        {title}
        {who ? ` (${by} ${who})` : ""}
      </p>
      <dl className="mt-2 grid gap-x-4 gap-y-1 text-[15px] wide:grid-cols-[160px_minmax(0,1fr)]">
        {changed.map((name) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{fields[name]?.label ?? name}</dt>
            <dd className="mb-1 whitespace-pre-line [overflow-wrap:anywhere]">{said(name) || empty}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
