/** A portrait, or the first letters of a name in its place. Decorative: the name stands beside it. */
export function Monogram({ name, photo }: { name: string; photo?: string | null | undefined }) {
  if (photo) {
    return <img src={`/photos/${photo}`} alt="" loading="lazy" width={56} height={56} className="monogram" />;
  }
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? "")][0] ?? "",
  );
  return (
    <span aria-hidden="true" className="monogram">
      {letters.join("")}
    </span>
  );
}
