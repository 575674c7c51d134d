"use client";

import { useEffect, useState } from "react";
import { setSeat, useMarks } from "@/components/agenda/marks-store";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { inPlural, type PluralForms } from "@/lib/i18n/plural";
import { onSeatCounts } from "./counts";

type Props = {
  conference: string;
  locale: string;
  session: string;
  initial: { seats: number; left: number; waiting: number };
  /** The conference's moment when the page was made; it goes on from there unless it stands still. */
  now: string;
  standsStill: boolean;
  closesAt: string;
  links: { seat: string; register: string };
  words: Record<
    | "book"
    | "join"
    | "giveBack"
    | "leave"
    | "yours"
    | "waitingYours"
    | "bookedText"
    | "waitingText"
    | "full"
    | "until"
    | "closed"
    | "more"
    | "register"
    | "failed"
    | "doneBooked"
    | "doneBack",
    string
  > & { left: PluralForms; all: PluralForms; waiting: PluralForms; errors: Record<string, string> };
};

type Said = { ok: boolean; text: string; code?: string };

/** The seats of a session as they are now, what of them is the reader's, and the one thing to do about it. */
export function LiveSeatPanel({ conference, locale, session, words, links, ...given }: Props) {
  const marks = useMarks(conference);
  const [counts, setCounts] = useState(given.initial);
  const [now, setNow] = useState(given.now);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>();
  useEffect(() => {
    if (!given.standsStill) setNow(new Date().toISOString());
    return onSeatCounts(conference, (all) => {
      if (all[session]) setCounts(all[session]);
    });
  }, [conference, session, given.standsStill]);

  const mine = marks.seats[session];
  const open = now <= given.closesAt;
  const label = counts.left > 0 ? words.book : words.join;

  const press = async (what: "book" | "give-back") => {
    if (busy) return;
    setBusy(true);
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ press: what, session });
    const answer = await fetch(`/api/seats/${conference}`, { method: "POST", headers, body }).catch(
      () => null,
    );
    const got = await answer?.json().catch(() => null);
    setBusy(false);
    // Signed out meanwhile: the page of the seat leads to sign-in and back.
    if (answer?.status === 401) return location.assign(links.seat);
    if (!answer?.ok || got?.error) {
      const code = String(got?.error ?? "");
      return setSaid({ ok: false, code, text: words.errors[code] ?? words.failed });
    }
    const state: "booked" | "waiting" | null = got.state;
    setSeat(conference, session, state);
    const step = state === "booked" ? -1 : state === null && mine === "booked" ? 1 : 0;
    setCounts({ ...counts, left: Math.max(0, counts.left + step) });
    setSaid({ ok: true, text: state ? words.doneBooked : words.doneBack });
  };

  return (
    <div className="grid gap-3">
      <p className="tabular-nums">
        <span className="font-semibold">
          {counts.left > 0 ? inPlural(words.left, locale, counts.left) : words.full}
        </span>
        <span className="text-sm text-ink-2">
          {" · "}
          {inPlural(words.all, locale, counts.seats)}
          {counts.waiting > 0 ? ` · ${inPlural(words.waiting, locale, counts.waiting)}` : ""}
        </span>
      </p>
      <div role="status" className="grid gap-3 empty:hidden">
        {mine === "booked" ? (
          <Notice tone="yours" title={said?.ok ? said.text : words.yours}>
            {open ? words.bookedText : null}
          </Notice>
        ) : mine === "waiting" ? (
          <Notice tone="yours" title={words.waitingYours}>
            {words.waitingText}
          </Notice>
        ) : null}
        {said && !(said.ok && mine) ? <Message said={said} links={links} words={words} /> : null}
      </div>
      {!open && mine === "booked" ? (
        // Who moved up late may still give it back: the seat's own page knows.
        <ButtonLink look="secondary" href={links.seat}>
          {words.more}
        </ButtonLink>
      ) : !open && mine !== "waiting" ? null : marks.account ? (
        <Button
          look={mine ? "secondary" : "primary"}
          aria-disabled={busy || undefined}
          onClick={() => press(mine ? "give-back" : "book")}
        >
          {mine === "booked" ? words.giveBack : mine === "waiting" ? words.leave : label}
        </Button>
      ) : (
        <ButtonLink href={links.seat}>{label}</ButtonLink>
      )}
      <p className="text-[13px] text-ink-3">{open ? words.until : words.closed}</p>
    </div>
  );
}

/** What went wrong in red; what only asks for a choice or a registration first, without alarm. */
function Message({ said, links, words }: { said: Said } & Pick<Props, "links" | "words">) {
  if (said.ok) return <Notice tone="ok">{said.text}</Notice>;
  const register = said.code === "seat-needs-place";
  const choice = register || said.code === "seat-overlaps";
  return (
    <Notice tone={choice ? "info" : "bad"}>
      <p>{said.text}</p>
      <p className="mt-2">
        <a className="link inline-block py-2.5 font-semibold" href={register ? links.register : links.seat}>
          {register ? words.register : words.more}
        </a>
      </p>
    </Notice>
  );
}
