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
    <section className="home-part">
      <div className="wrap">
        <div className="part-head">
          <h2>{title}</h2>
          {lead ? <p>{lead}</p> : null}
          {more}
        </div>
        {children}
      </div>
    </section>
  );
}
