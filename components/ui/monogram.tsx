/** The first letters of a name: of its first and its last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters.map((word) => [...(word ?? "")][0] ?? "").join("");
}

/** A portrait, or initials in its place. Decorative: the name stands beside it. */
export function Monogram({ name, photo }: { name: string; photo?: string | null | undefined }) {
  if (photo)
    return <img src={`/photos/${photo}`} alt="" loading="lazy" width={56} height={56} className="monogram" />;
  return (
    <span aria-hidden="true" className="monogram">
      {initials(name)}
    </span>
  );
}
