import type { ReactNode } from "react";

type Fact = { label: ReactNode; value: ReactNode };

/** Labels and what stands beside them. What is empty is left out. */
export function Facts({ facts }: { facts: (Fact | null)[] }) {
  const told = facts.filter((fact) => fact !== null && fact.value !== "" && fact.value !== null);
  return (
    <dl className="grid gap-x-6 sm:grid-cols-[minmax(9rem,14rem)_1fr]">
      {told.map((fact, index) => (
        <div
          key={String(index)}
          className="border-b border-line py-2 sm:col-span-2 sm:grid sm:grid-cols-subgrid"
        >
          <dt className="text-sm text-ink-2 sm:pt-0.5">{fact?.label}</dt>
          <dd className="[overflow-wrap:anywhere]">{fact?.value}</dd>
        </div>
      ))}
    </dl>
  );
}
