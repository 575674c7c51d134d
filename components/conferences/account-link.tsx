"use client";

import { useEffect, useState } from "react";
import { mergeDeviceStars } from "@/components/agenda/device-stars";

/** Who is signed in, as far as the header is concerned. */
export type Me = { initials: string; registered: boolean; organiser: boolean };
type Props = {
  conference: string;
  locale: string;
  labels: { signIn: string; mine: string; account: string; agenda: string; desk: string };
  /** What a personal page knows already, null for nobody. Undefined on a page that is the same for everyone. */
  known?: Me | null;
};

/**
 * Public pages are the same for everyone, so they say "Sign in". Only when a cookie hints that someone is
 * signed in here does the browser ask who. Personal pages are right from the start.
 */
export function AccountLink({ conference, locale, labels, known }: Props) {
  const [told, setTold] = useState<Me | null>(null);
  const me = known === undefined ? told : known;
  const unknown = known === undefined;
  useEffect(() => {
    if (!unknown || !document.cookie.includes("openfloor.hint=1")) return;
    const request = new AbortController();
    fetch(`/api/me?conference=${conference}`, {
      signal: request.signal,
      headers: { accept: "application/json" },
    })
      .then((response) => (response.ok ? response.json() : null))
      .then((answer: Me | null) => setTold(answer))
      // Without an answer the page stays as everyone sees it.
      .catch(() => undefined);
    return () => request.abort();
  }, [conference, unknown]);
  useEffect(() => {
    // The strip of a rehearsal is the same for everyone; this lets its link to the clock be seen.
    if (me?.organiser) document.documentElement.dataset.organiser = "";
    // The same for the link to the agenda, in the menu of the phone.
    if (me) document.documentElement.dataset.person = "";
    // On the first page after sign-in: what was starred here before belongs to the account now.
    if (me) mergeDeviceStars(conference)?.catch(() => undefined);
  }, [me, conference]);
  if (!me) {
    return (
      <a href={`/${locale}/sign-in?to=/${locale}/${conference}/registration`} className="corner-button">
        {labels.signIn}
      </a>
    );
  }
  return (
    <div className="flex items-center gap-4 text-sm">
      {me.organiser ? (
        <a
          href={`/${locale}/${conference}/admin`}
          className="hidden min-h-11 items-center text-ink-2 wide:flex"
        >
          {labels.desk}
        </a>
      ) : null}
      <a
        href={`/${locale}/${conference}/agenda`}
        className="hidden min-h-11 items-center text-ink-2 no-underline hover:text-ink sm:flex"
      >
        {labels.agenda}
      </a>
      <a
        href={`/${locale}/${conference}/registration`}
        className="flex min-h-11 min-w-11 items-center justify-center"
      >
        <span
          className="grid size-8 place-items-center rounded-full bg-yours text-[13px] font-bold text-on-yours"
          aria-hidden="true"
        >
          {me.initials}
        </span>
        <span className="sr-only">{me.registered ? labels.mine : labels.account}</span>
      </a>
    </div>
  );
}
