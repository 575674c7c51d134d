import type { ReactNode } from "react";

export type Bar = {
  key: string;
  label: string;
  href: string;
  value: ReactNode;
  note?: string;
  share: number;
};

/** Names with their numbers; the bar below only repeats them. `share` is from 0 to 1. */
export function Bars({ bars }: { bars: Bar[] }) {
  return (
    <ul className="grid gap-2.5">
      {bars.map(({ key, label, href, value, note, share }) => (
        <li key={key}>
          <div className="flex items-baseline justify-between gap-4 text-[15px]">
            <a className="link reach [overflow-wrap:anywhere]" href={href}>
              {label}
            </a>
            <span className="shrink-0 tabular-nums">{value}</span>
          </div>
          <div className="mt-1 h-1.5 overflow-hidden rounded-full bg-sunken" aria-hidden="true">
            <div className="h-full bg-action" style={{ width: `${Math.round(Math.min(1, share) * 100)}%` }} />
          </div>
          {note ? <p className="text-sm text-ink-2">{note}</p> : null}
        </li>
      ))}
    </ul>
  );
}
