"use client";

import { useEffect, useState } from "react";
import { KEPT_KEY, keptLately, keptNote, MINE_CHANGED } from "@/lib/agenda/rules";

type Props = {
  locale: string;
  conference: string;
  /** Something of the reader's was just changed by the page before. */
  changed?: boolean;
  /** Addresses to be kept beside the page itself; `own` ones only for someone who is signed in. */
  keep: { shared: string[]; own: string[] };
  /** Each has "{time}", the old ones also "{days}". */
  words: Record<"notice" | "noticeOld" | "slow" | "slowOld", string>;
};

/** Has the browser keep the page, and says how old it is when it comes from there (public/sw.js). */
export function OfflineCopy({ locale, conference, changed = false, keep, words }: Props) {
  const [age, setAge] = useState("");
  useEffect(() => {
    const { kept } = document.documentElement.dataset;
    if (kept) setAge(saying(new Date(kept), locale, words));
  }, [locale, words]);
  useEffect(() => {
    // Development serves other files under the same names.
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    const note = `${KEPT_KEY}.${conference}.${locale}`;
    // Without it the page is as it was: only not there without network.
    start(note, keep, changed).catch(() => undefined);
    let soon: ReturnType<typeof setTimeout>;
    // Whoever stars something and loses the network finds it in the agenda, which was not opened.
    const again = () => {
      clearTimeout(soon);
      soon = setTimeout(() => navigator.serviceWorker.controller?.postMessage({ keep: keep.own }), SETTLED);
    };
    document.addEventListener(MINE_CHANGED, again);
    return () => document.removeEventListener(MINE_CHANGED, again);
  }, [locale, conference, changed, keep]);
  return (
    <p role="status" className={age ? "offline-notice" : undefined}>
      {age}
    </p>
  );
}

/** Several presses in a row are one change. */
const SETTLED = 300;

/** Registers the worker, and has it fetch what belongs together, unless this tab did so a while ago. */
async function start(note: string, { shared, own }: Props["keep"], changed: boolean) {
  const { serviceWorker } = navigator;
  // What the reader is looking at comes first.
  if (document.readyState !== "complete")
    await new Promise((loaded) => addEventListener("load", loaded, { once: true }));
  await serviceWorker.register("/sw.js", { updateViaCache: "none" });
  const { active } = await serviceWorker.ready;
  const signedIn = document.cookie.includes("openfloor.hint=1");
  const { controller } = serviceWorker;
  if (!active) return;
  if (controller && keptLately(sessionStorage.getItem(note), signedIn, new Date())) {
    if (changed) active.postMessage({ keep: own });
    return;
  }
  // This page and its files, if they came before the worker was there.
  const files = performance.getEntriesByType("resource").map(({ name }) => name);
  const here = controller ? [] : [location.pathname, ...files];
  active.postMessage({ keep: [...here, ...shared, ...(signedIn ? own : [])] });
  sessionStorage.setItem(note, keptNote(signedIn, new Date()));
}

/**
 * In the time of the reader's own clock. A copy is also shown when there is a network and nothing comes from it;
 * to call that offline would have the reader look for the fault in the phone.
 */
function saying(kept: Date, locale: string, words: Props["words"]): string {
  const [notice, noticeOld] = navigator.onLine
    ? [words.slow, words.slowOld]
    : [words.notice, words.noticeOld];
  const time = [kept.getHours(), kept.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
  const days = Math.round(
    (new Date().setHours(0, 0, 0, 0) - new Date(kept).setHours(0, 0, 0, 0)) / 86_400_000,
  );
  if (days < 1) return notice.replace("{time}", time);
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-days, "day");
  return noticeOld.replace("{time}", time).replace("{days}", ago);
}
