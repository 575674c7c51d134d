"use client";

import { useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { registrationOffer } from "@/lib/conferences/rules";
import { inDigits, inPlural, type PluralForms } from "@/lib/i18n/plural";

/** What the public may know: a place that a code reserves counts as taken. */
type Places = { capacity: number; left: number };

type Props = {
  conference: string;
  locale: string;
  initial: Places;
  /** The conference's moment when the page was made; it ticks on from there unless it stands still. */
  now: string;
  standsStill: boolean;
  window: { opensAt: string | null; closesAt: string | null };
  links: { register: string; mine: string };
  words: Record<
    | "title"
    | "none"
    | "taken"
    | "thereafter"
    | "waiting"
    | "register"
    | "joinWaitingList"
    | "upcoming"
    | "upcomingHint"
    | "unset"
    | "closed"
    | "closedHint"
    | "seeMine"
    | "until",
    string
  > & { left: PluralForms; capacity: PluralForms };
};

const EVERY = 6000;
const date = (iso: string | null) => (iso ? new Date(iso) : null);

/** The places as they are now. The HTML carries those of its rendering; while the page is seen it asks again. */
export function LivePlaces({
  conference,
  locale,
  initial,
  now,
  standsStill,
  window: given,
  links,
  words,
}: Props) {
  const [places, setPlaces] = useState(initial);
  const [at, setAt] = useState(now);
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState === "hidden") return;
      const answer = await fetch(`/api/places/${conference}`).catch(() => undefined);
      if (answer?.ok) setPlaces(await answer.json());
      if (!standsStill) setAt(new Date().toISOString());
    };
    void ask();
    const timer = setInterval(ask, EVERY);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [conference, standsStill]);

  const window = { opensAt: date(given.opensAt), closesAt: date(given.closesAt) };
  const offer = registrationOffer(window, new Date(at), places.left);
  const running = offer === "register" || offer === "waiting-list";
  const headline = {
    register: inPlural(words.left, locale, places.left),
    "waiting-list": words.none,
    upcoming: words.upcoming,
    unset: words.unset,
    closed: words.closed,
  }[offer];
  const used = Math.max(0, places.capacity - places.left);
  const share = places.capacity > 0 ? used / places.capacity : 1;
  const taken = words.taken
    .replace("{taken}", inDigits(locale, used))
    .replace("{capacity}", inDigits(locale, places.capacity));
  return (
    <section aria-label={words.title} className="places">
      <p
        role="status"
        className={`font-bold tracking-[-0.03em] tabular-nums ${offer === "register" ? "text-[44px] leading-[1.1]" : "text-[28px] leading-tight"}`}
      >
        {headline}
      </p>
      {running ? (
        <>
          <div className="mt-3.5 mb-2.5 h-2 overflow-hidden rounded-full bg-night-line" aria-hidden="true">
            <div className="h-full bg-yours" style={{ width: `${share * 100}%` }} />
          </div>
          <p className="text-sm text-on-night-2 tabular-nums">
            {offer === "register" ? `${taken} ${words.thereafter}` : `${taken} ${words.waiting}`}
          </p>
          <a href={links.register} className={buttonClass({ look: "yours" }, "mt-4 w-full")}>
            {offer === "register" ? words.register : words.joinWaitingList}
          </a>
          {words.until ? <p className="mt-3 text-[13px] text-on-night-3">{words.until}</p> : null}
        </>
      ) : (
        <>
          <p className="mt-3 text-sm text-on-night-2">
            {offer === "closed" ? words.closedHint : words.upcomingHint}{" "}
            {offer === "closed" ? null : inPlural(words.capacity, locale, places.capacity)}
          </p>
          {offer === "closed" ? (
            <a
              href={links.mine}
              className="mt-4 flex min-h-11 items-center justify-center rounded-lg border border-night-line px-4 font-semibold text-on-night no-underline hover:border-on-night-2"
            >
              {words.seeMine}
            </a>
          ) : null}
        </>
      )}
    </section>
  );
}
