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
    <div className="wrap page-shell">
      <header>
        <div>
          <h1>{title}</h1>
          {lead ? <div className="lead">{lead}</div> : null}
        </div>
        {aside}
      </header>
      {children}
    </div>
  );
}
