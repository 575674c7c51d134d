import type { ReactNode } from "react";

/** Where something can be acted on. Everything else is parted by rules and white space. */
export function Panel({ title, children, id }: { title?: ReactNode; children: ReactNode; id?: string }) {
  return (
    <section id={id} className="rounded-xl border border-line bg-surface p-5">
      {title ? <h2 className="mb-3 text-[17px]">{title}</h2> : null}
      {children}
    </section>
  );
}
