"use client";

import { useEffect, useState } from "react";
import { Button } from "./button";
import { FAULT_WORDS } from "./fault-words";

/** Something failed on the way to this page. The number finds the cause in the server's log. */
export function FaultPage({ error }: { error: Error & { digest?: string } }) {
  const [words, setWords] = useState<{ title: string; text: string; again: string }>();
  useEffect(() => {
    const { title = "", text = "", again = "" } = document.getElementById(FAULT_WORDS)?.dataset ?? {};
    setWords({ title, text, again });
    document.title = title;
  }, []);
  if (!words) return null;
  return (
    <div className="wrap max-w-2xl pt-16 pb-20" role="alert">
      <h1 className="text-[clamp(2rem,6vw,2.5rem)]">{words.title}</h1>
      <p className="mt-4 text-lg text-ink-2">
        {words.text} <span className="font-semibold tabular-nums">{error.digest}</span>
      </p>
      <Button className="mt-6" onClick={() => location.reload()}>
        {words.again}
      </Button>
    </div>
  );
}
