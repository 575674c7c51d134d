import type { ReactNode } from "react";

/** A part of a long form: its name at the side where there is room, the fields beside it. */
export function FormSection({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: ReactNode;
  children: ReactNode;
}) {
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-4 border-t border-line pt-6 first-of-type:border-t-0 first-of-type:pt-0 wide:grid-cols-[200px_minmax(0,640px)]">
      {/* A legend does not take part in a grid, so it stays for screen readers and the eye gets a heading. */}
      <legend className="sr-only">{title}</legend>
      <div aria-hidden="true">
        <p className="text-[17px] font-semibold">{title}</p>
        {hint ? <p className="mt-1 text-sm text-ink-2">{hint}</p> : null}
      </div>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-5">{children}</div>
    </fieldset>
  );
}
