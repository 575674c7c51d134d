/** The first letters of a name, in place of a portrait. Decorative: the name stands beside it. */
export function Monogram({ name }: { name: string }) {
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
