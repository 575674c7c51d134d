/** The first stop of the keyboard: past everything that stands on each page, to the element "content". */
export function SkipLink({ children }: { children: string }) {
  return (
    <a
      href="#content"
      className="link sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-surface focus:p-3"
    >
      {children}
    </a>
  );
}
