"use client";

import { useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { useFormState } from "@/components/ui/form";

type Option = { id: string; name: string };
type Words = { add: string; none: string; up: string; down: string; remove: string };

type Props = {
  /** The field posts name[] once for each, in order. */
  name: string;
  label: string;
  hint?: string;
  options: Option[];
  chosen: string[];
  words: Words;
};

type Row = { key: number; id: string };
/** One for each, and an empty one for the next. Keys are never used twice. */
const rowsOf = (people: string[], first: number): Row[] =>
  [...people, ""].map((id, index) => ({ key: first + index, id }));
const next = (rows: Row[]) => Math.max(...rows.map(({ key }) => key)) + 1;
const ids = (rows: Row[]) => rows.map(({ id }) => id).filter(Boolean);

/**
 * People in an order: one list to choose from for each, and an empty one at the end for the next. Without
 * JavaScript the lists are enough; with it each row can be moved and taken out.
 */
export function PeopleField({ name, label, hint, options, chosen, words }: Props) {
  const { state } = useFormState();
  const echo = state?.values?.[name];
  const came = Array.isArray(echo) ? echo.filter(Boolean) : undefined;
  const [rows, setRows] = useState(() => rowsOf(came ?? chosen, 0));
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const [seen, setSeen] = useState(state);
  if (state !== seen) {
    setSeen(state);
    // A form is put back by the browser after its action: the rows are made anew, from what came back.
    setRows(rowsOf(came ?? ids(rows), next(rows)));
  }
  const replace = (key: number, id: string) => {
    const changed = rows.map((row) => (row.key === key ? { key, id } : row));
    const kept = changed.filter((row, index) => row.id || index === changed.length - 1);
    setRows(kept.at(-1)?.id ? [...kept, { key: next(rows), id: "" }] : kept);
  };
  const shift = (index: number, by: number) => {
    const moved = rows.filter((_, at) => at !== index);
    moved.splice(index + by, 0, ...rows.slice(index, index + 1));
    setRows(moved);
  };
  const people = ids(rows);
  const called = (id: string) => options.find((option) => option.id === id)?.name ?? "";
  const small = buttonClass({ look: "secondary", size: "small" }, "min-w-11 wide:min-w-9");
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-2">
      <legend className="mb-1.5 text-[15px] font-semibold">{label}</legend>
      {hint ? <p className="text-sm text-ink-2">{hint}</p> : null}
      {rows.map(({ key, id }, index) => (
        <div key={key} className="flex flex-wrap items-center gap-2">
          <select
            name={`${name}[]`}
            defaultValue={id}
            aria-label={`${label}, ${index + 1}`}
            onChange={(event) => replace(key, event.currentTarget.value)}
            className="min-h-11 min-w-0 flex-1 basis-56 rounded-lg border border-line-strong bg-surface px-3 py-2 text-base text-ink"
          >
            <option value="">{id ? words.none : words.add}</option>
            {options.map((option) =>
              option.id === id || !people.includes(option.id) ? (
                <option key={option.id} value={option.id}>
                  {option.name}
                </option>
              ) : null,
            )}
          </select>
          {id && ready ? (
            <span className="flex gap-2">
              <button
                type="button"
                className={small}
                disabled={index === 0}
                aria-label={`${words.up}: ${called(id)}`}
                onClick={() => shift(index, -1)}
              >
                ↑
              </button>
              <button
                type="button"
                className={small}
                disabled={index === people.length - 1}
                aria-label={`${words.down}: ${called(id)}`}
                onClick={() => shift(index, 1)}
              >
                ↓
              </button>
              <button
                type="button"
                className={small}
                aria-label={`${words.remove}: ${called(id)}`}
                onClick={() => replace(key, "")}
              >
                ×
              </button>
            </span>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}
