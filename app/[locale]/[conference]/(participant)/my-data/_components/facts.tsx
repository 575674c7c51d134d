import type { ReactNode } from "react";

/** A part of the page: its heading and what is held under it. */
export function Part({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <div className="mb-4 border-b-2 border-ink pb-3">
        <h2 className="text-2xl">{title}</h2>
        {lead ? <p className="mt-1 text-[15px] text-ink-2">{lead}</p> : null}
      </div>
      {children}
    </section>
  );
}

/** Terms and values; what is empty is left out. */
export function Facts({ facts }: { facts: [term: string, value: ReactNode][] }) {
  return (
    <dl className="grid gap-x-8 gap-y-3 text-[15px] sm:grid-cols-2">
      {facts
        .filter(([, value]) => value !== null && value !== "" && value !== undefined)
        .map(([term, value]) => (
          <div key={term} className="min-w-0">
            <dt className="text-[13px] text-ink-3">{term}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
