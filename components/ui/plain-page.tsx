import type { ReactNode } from "react";
import { Ring } from "./ring";

/** A page outside any conference: the mark, what is the matter, what to do now. */
export function PlainPage({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <main className="wrap flex min-h-dvh max-w-2xl flex-col justify-center py-16">
      <Ring className="mb-8 size-16" />
      <h1 className="text-[clamp(2rem,6vw,2.75rem)]">{title}</h1>
      <p className="mt-4 text-lg text-ink-2">{text}</p>
      <div className="mt-6">{children}</div>
    </main>
  );
}
