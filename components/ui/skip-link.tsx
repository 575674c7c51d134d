/** The first stop of the keyboard: past everything that stands on each page, to the element "content". */
export function SkipLink({ children }: { children: string }) {
  return (
    <a href="#content" className="skip-link">
      {children}
    </a>
  );
}
