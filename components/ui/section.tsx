import type { ReactNode } from "react";

/** A part of a long page: its heading, what it is about beside it, and where there is more. */
export function Section({
  title,
  lead,
  more,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  more?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="py-8 wide:py-10">
      <div className="wrap">
        <div className="mb-6 flex flex-wrap items-baseline gap-x-6 gap-y-1">
          <h2 className="text-[clamp(1.65rem,4vw,2.125rem)]">{title}</h2>
          {lead ? <p className="max-w-[52ch] text-ink-2">{lead}</p> : null}
          {more ? <div className="font-semibold sm:ml-auto">{more}</div> : null}
        </div>
        {children}
      </div>
    </section>
  );
}
