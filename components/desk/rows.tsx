import type { ReactNode } from "react";

/** A list of what an organiser keeps in order; `none` is said when there is nothing. */
export function RowList({ none, count, children }: { none?: string; count: number; children: ReactNode }) {
  if (count === 0) return none ? <p className="text-ink-2">{none}</p> : null;
  return <ul className="border-b border-line">{children}</ul>;
}

/** A row with its buttons beside it, below it where there is no room. */
export function Row({ actions, children }: { actions: ReactNode; children: ReactNode }) {
  return (
    <li className="grid items-center gap-x-6 gap-y-2 border-t border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      {children}
      {actions}
    </li>
  );
}

type Fact = string | null | false;

/** What a row is called, as the way to its page, and what is to be known of it. */
export function RowName({ href, facts, children }: { href: string; facts: Fact[]; children: ReactNode }) {
  return (
    <div>
      <a className="link inline-flex min-h-11 items-center font-semibold wide:min-h-0" href={href}>
        {children}
      </a>
      <RowFacts facts={facts} />
    </div>
  );
}

export function RowFacts({ facts }: { facts: Fact[] }) {
  return <p className="text-sm text-ink-2">{facts.filter(Boolean).join(" · ")}</p>;
}
