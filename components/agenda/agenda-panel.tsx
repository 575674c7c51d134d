"use client";

import { useEffect, useState } from "react";
import { overlaps } from "@/lib/agenda/rules";
import { type Marked, useMarks } from "./marks-store";

type Props = {
  conference: string;
  /** The element that holds the days, and says in data-shown which one is shown. */
  programme: string;
  addresses: { agenda: string; signIn: string };
  /** `overlap` has "{title}", "{from}" and "{to}" in it. */
  words: Record<"title" | "none" | "overlap" | "booked" | "waiting" | "open" | "device" | "signIn", string>;
};

type Shown = ReturnType<typeof readCard>;

const MINUTE = 60_000;

/** A card of the page as an entry: what the server has written there need not be sent once more. */
function readCard(item: HTMLElement) {
  const { id = "", at, for: minutes } = item.dataset;
  const startsAt = new Date(Number(at) * MINUTE);
  const link = item.querySelector("a");
  return {
    id,
    startsAt,
    endsAt: new Date(startsAt.getTime() + Number(minutes) * MINUTE),
    cancelled: item.querySelector(".cancelled") !== null,
    time: item.closest(".time")?.querySelector("time")?.textContent ?? "",
    title: link?.textContent ?? "",
    href: link?.getAttribute("href") ?? "",
    // Format, length, room: as the card says them.
    room: item.querySelector("p:not([class])")?.textContent?.split(" · ").slice(2).join(" · ") ?? "",
  };
}

/** "11:45" and 45 minutes: "12:30". */
function later(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const total = (hour * 60 + minute + minutes) % 1440;
  return [Math.floor(total / 60), total % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** Beside the programme on wide screens: what of the day that is shown is the reader's. */
export function AgendaPanel({ conference, programme, addresses, words }: Props) {
  const marks = useMarks(conference);
  const [day, setDay] = useState("");
  useEffect(() => {
    const root = document.getElementById(programme);
    if (!root) return;
    const read = () => setDay(root.dataset.shown ?? "");
    const watch = new MutationObserver(read);
    watch.observe(root, { attributes: true, attributeFilter: ["data-shown"] });
    read();
    return () => watch.disconnect();
  }, [programme]);
  const entries = marks.account === undefined ? [] : mine(programme, day, marks);
  const shared = overlaps(entries);
  return (
    <>
      <h2 className="mb-2 text-[17px]">{words.title}</h2>
      {entries.length === 0 ? <p className="text-sm text-ink-2">{words.none}</p> : null}
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} words={words} seat={marks.seats[entry.id]}>
            {(shared.get(entry.id) ?? []).map((overlap) => (
              <p key={overlap.with.id} className="clash">
                {words.overlap
                  .replace("{title}", overlap.with.title)
                  .replace("{from}", entry.time)
                  .replace("{to}", later(entry.time, overlap.minutes))}
              </p>
            ))}
          </Entry>
        ))}
      </ol>
      {marks.account === false && marks.stars.size > 0 ? (
        <p className="mt-3 text-[13px] text-ink-2">
          {words.device} <a href={addresses.signIn}>{words.signIn}</a>
        </p>
      ) : null}
      {marks.account ? (
        <p className="mt-3 text-sm">
          <a href={addresses.agenda}>{words.open}</a>
        </p>
      ) : null}
    </>
  );
}

function mine(programme: string, day: string, { stars, seats }: Marked): Shown[] {
  const items = document.querySelectorAll<HTMLElement>(
    `#${programme} [data-day="${CSS.escape(day)}"] [data-id]`,
  );
  return [...items].filter(({ dataset: { id = "" } }) => stars.has(id) || id in seats).map(readCard);
}

type EntryProps = {
  entry: Shown;
  seat?: "booked" | "waiting";
  words: Props["words"];
  children: React.ReactNode;
};

function Entry({ entry: { time, title, href, room, cancelled }, seat, words, children }: EntryProps) {
  return (
    <li className="grid grid-cols-[52px_minmax(0,1fr)] gap-x-3 border-t border-line py-2.5 text-sm first:border-t-0">
      <span className="text-ink-3 tabular-nums">{time}</span>
      <div>
        <a
          href={href}
          className={`font-semibold text-ink no-underline hover:underline ${cancelled ? "line-through" : ""}`}
        >
          {title}
        </a>
        <p>{[room, seat && words[seat]].filter(Boolean).join(" · ")}</p>
      </div>
      <div className="col-span-2">{children}</div>
    </li>
  );
}
