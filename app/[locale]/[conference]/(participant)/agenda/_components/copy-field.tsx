"use client";

import { useState, useSyncExternalStore } from "react";
import { buttonClass } from "@/components/ui/button";

type Props = { text: string; words: Record<"label" | "copy" | "copied" | "hint", string> };

const never = () => () => {};

/** A text to be taken elsewhere: it can be selected by hand, and copied where a script may do that. */
export function CopyField({ text, words }: Props) {
  const [copied, setCopied] = useState(false);
  const able = useSyncExternalStore(
    never,
    () => "clipboard" in navigator,
    () => false,
  );
  return (
    <div className="grid gap-1.5">
      <label htmlFor="copy-field" className="text-sm font-semibold">
        {words.label}
      </label>
      <div className="flex gap-2">
        <input
          id="copy-field"
          readOnly
          value={text}
          aria-describedby="copy-hint"
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-11 min-w-0 flex-1 rounded-lg border border-line-strong bg-surface px-3 text-sm"
        />
        {able ? (
          <button
            type="button"
            className={buttonClass({ look: "secondary", size: "small" })}
            onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
          >
            {copied ? words.copied : words.copy}
          </button>
        ) : null}
      </div>
      <p id="copy-hint" className="text-[13px] text-ink-2">
        {words.hint}
      </p>
      <p role="status" className="sr-only">
        {copied ? words.copied : null}
      </p>
    </div>
  );
}
