import type { ReactNode } from "react";

/** The frame of a page's content: one heading, what it is about, the rest. */
export function PageShell({
  title,
  lead,
  aside,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="wrap pt-10 pb-20">
      <header className="mb-8 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="text-[clamp(2rem,5vw,2.4rem)]">{title}</h1>
          {lead ? <div className="mt-3 max-w-[62ch] text-lg text-ink-2">{lead}</div> : null}
        </div>
        {aside}
      </header>
      {children}
    </div>
  );
}
