/** The first letters of a name, in place of a portrait. Decorative: the name stands beside it. */
export function Monogram({ name, className = "size-14 text-lg" }: { name: string; className?: string }) {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? "")][0] ?? "",
  );
  return (
    <span
      aria-hidden="true"
      className={`grid shrink-0 place-items-center rounded-full bg-action-wash font-bold text-action ${className}`}
    >
      {letters.join("")}
    </span>
  );
}
