import type { ReactNode } from "react";

const tones = { ok: "text-ok", warn: "text-warn", bad: "text-bad", quiet: "text-ink-3" } as const;
export type Tone = keyof typeof tones;

/** A state in words; the colour only repeats them. */
export function StateWord({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`text-[13px] font-semibold ${tones[tone]}`}>{children}</span>;
}
