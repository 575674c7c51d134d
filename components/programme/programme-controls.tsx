"use client";

import { useLayoutEffect, useState } from "react";
import { inPlural, type PluralForms } from "@/lib/i18n/plural";
import { type Filter, filterNames, matches } from "@/lib/programme-filter/rules";
import { Choices, type Option } from "./filter-choices";

type Props = {
  /** The element that holds the days. */
  programme: string;
  locale: string;
  days: { day: string; label: string; about: string }[];
  openingDay: string;
  options: Record<keyof Filter, Option[]>;
  words: { days: string; filters: string; clear: string; shown: PluralForms; noneShown: string } & Record<
    keyof Filter,
    { label: string; all: string }
  >;
};

const nothing: Filter = { topic: "", kind: "", room: "" };

/**
 * Days and filters over sessions that the server has written: it hides what is not chosen, and keeps the choice
 * in the address. Five hundred sessions cost a walk over five hundred elements, and no rendering.
 */
export function ProgrammeControls({ programme, locale, days, openingDay, options, words }: Props) {
  const [filter, setFilter] = useState(nothing);
  const [day, setDay] = useState(openingDay);
  const [count, setCount] = useState<number | null>(null);

  useLayoutEffect(() => {
    const read = () => {
      const search = new URLSearchParams(location.search);
      const known = (name: keyof Filter) =>
        options[name].some(({ value }) => value === search.get(name)) ? (search.get(name) ?? "") : "";
      setFilter({ topic: known("topic"), kind: known("kind"), room: known("room") });
      const asked = search.get("day");
      setDay(days.some((one) => one.day === asked) && asked ? asked : openingDay);
    };
    read();
    addEventListener("popstate", read);
    return () => removeEventListener("popstate", read);
  }, [days, openingDay, options]);

  useLayoutEffect(() => {
    const root = document.getElementById(programme);
    if (!root) return;
    root.dataset.shown = day;
    let fitting = 0;
    for (const item of root.querySelectorAll<HTMLElement>("[data-session]")) {
      const { inTopic = "", inKind = "", inRoom = "" } = item.dataset;
      item.hidden = !matches({ topic: inTopic, kind: inKind, room: inRoom }, filter);
      if (!item.hidden && item.closest<HTMLElement>("[data-day]")?.dataset.day === day) fitting += 1;
    }
    // A time at which nothing is left is no time of the list.
    for (const slot of root.querySelectorAll<HTMLElement>("[data-slot-of]"))
      slot.toggleAttribute("data-empty", !slot.querySelector("[data-session]:not([hidden])"));
    setCount(fitting);
  }, [programme, filter, day]);

  const choose = (next: Filter, on: string) => {
    setFilter(next);
    setDay(on);
    const search = new URLSearchParams();
    if (on !== openingDay) search.set("day", on);
    for (const name of filterNames) if (next[name]) search.set(name, next[name]);
    const query = search.toString();
    history.pushState(null, "", query ? `?${query}` : location.pathname);
  };
  const filtered = filterNames.some((name) => filter[name] !== "");

  return (
    <div className="print:hidden">
      <nav aria-label={words.days} className="mb-5 flex gap-1 overflow-x-auto border-b border-line">
        {days.map(({ day: one, label, about }) => (
          <a
            key={one}
            href={`#day-${one}`}
            aria-current={one === day ? "true" : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              choose(filter, one);
            }}
            className="block min-h-11 shrink-0 px-3 py-2.5 font-semibold max-[380px]:px-2 max-[380px]:text-sm text-ink-2 no-underline hover:text-ink focus-visible:-outline-offset-3 aria-[current]:text-ink aria-[current]:shadow-[inset_0_-3px_0_var(--action)] sm:px-4 sm:py-3"
          >
            {label}
            <small className="hidden font-normal text-ink-3 sm:block">{about}</small>
          </a>
        ))}
      </nav>
      <fieldset className="needs-script mb-2 flex flex-wrap items-end gap-2">
        <legend className="sr-only">{words.filters}</legend>
        {filterNames.map((name) => (
          <Choices
            key={name}
            name={name}
            options={options[name]}
            chosen={filter[name]}
            words={words[name]}
            asButtons={name === "topic"}
            choose={(value) => choose({ ...filter, [name]: value }, day)}
          />
        ))}
        {filtered ? (
          <button
            type="button"
            onClick={() => choose(nothing, day)}
            className="link min-h-11 cursor-pointer px-2 text-sm font-semibold"
          >
            {words.clear}
          </button>
        ) : null}
      </fieldset>
      <p role="status" className="needs-script mb-6 min-h-6 text-sm text-ink-2">
        {count === null ? null : count === 0 ? words.noneShown : inPlural(words.shown, locale, count)}
      </p>
    </div>
  );
}
