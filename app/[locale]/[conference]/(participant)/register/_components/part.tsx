import type { ReactNode } from "react";

export function Part({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="border-ink border-t-2 pt-4">
      <h2 className="text-[22px]">{title}</h2>
      {lead ? <p className="mt-1 max-w-[62ch] text-ink-2">{lead}</p> : null}
      <div className="mt-5">{children}</div>
    </section>
  );
}
