import type { ReactNode } from "react";

/** The frame of a page of the organiser's desk: one heading, what it is about, what can be done, the rest. */
export function DeskPage({
  title,
  lead,
  back,
  aside,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  /** The page above this one. */
  back?: { href: string; label: string };
  /** Beside the heading: the clock, the main action. */
  aside?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="mx-auto w-full max-w-[1240px] px-4 pt-6 pb-20 wide:px-8 wide:pt-7">
      {back ? (
        <p className="mb-1 text-sm wide:mb-2">
          <a className="link inline-flex min-h-11 items-center wide:min-h-0" href={back.href}>
            ← {back.label}
          </a>
        </p>
      ) : null}
      <header className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="text-[28px] [overflow-wrap:anywhere]">{title}</h1>
          {lead ? <div className="mt-1.5 max-w-[72ch] text-[15px] text-ink-2">{lead}</div> : null}
        </div>
        {aside ? <div className="flex flex-wrap items-center gap-3">{aside}</div> : null}
      </header>
      {children}
    </div>
  );
}
