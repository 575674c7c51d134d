"use client";

import { useEffect, useState } from "react";
import { KEPT_KEY } from "@/lib/agenda/rules";

type Props = {
  locale: string;
  /** Addresses to be kept beside the page itself; `own` ones only for someone who is signed in. */
  keep: { shared: string[]; own: string[] };
  /** Each has "{time}", the old ones also "{days}". */
  words: Record<"notice" | "noticeOld" | "slow" | "slowOld", string>;
};

/** Has the browser keep the page, and says how old it is when it comes from there (public/sw.js). */
export function OfflineCopy({ locale, keep, words }: Props) {
  const [age, setAge] = useState("");
  useEffect(() => {
    const { kept } = document.documentElement.dataset;
    if (kept) setAge(saying(new Date(kept), locale, words));
  }, [locale, words]);
  useEffect(() => {
    // Development serves other files under the same names.
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    // Without it the page is as it was: only not there without network.
    start(keep).catch(() => undefined);
  }, [keep]);
  return (
    <p role="status" className={age ? "offline-notice" : undefined}>
      {age}
    </p>
  );
}

/** Registers the worker, and once in a tab has it fetch what belongs together. */
async function start({ shared, own }: Props["keep"]) {
  const { serviceWorker } = navigator;
  // What the reader is looking at comes first.
  if (document.readyState !== "complete")
    await new Promise((loaded) => addEventListener("load", loaded, { once: true }));
  await serviceWorker.register("/sw.js", { updateViaCache: "none" });
  const { active } = await serviceWorker.ready;
  const signedIn = document.cookie.includes("openfloor.hint=1");
  const { controller } = serviceWorker;
  if (!active || (controller && sessionStorage.getItem(KEPT_KEY) === String(signedIn))) return;
  // This page and its files, if they came before the worker was there.
  const files = performance.getEntriesByType("resource").map(({ name }) => name);
  const here = controller ? [] : [location.pathname, ...files];
  active.postMessage({ keep: [...here, ...shared, ...(signedIn ? own : [])] });
  sessionStorage.setItem(KEPT_KEY, String(signedIn));
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
