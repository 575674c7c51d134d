const dots = Array.from({ length: 12 }, (_, index) => {
  const angle = ((index * 30 - 60) * Math.PI) / 180;
  // A line of no length with round ends is a dot: eleven of them in one path weigh little on every page.
  return `M${(16 + 12 * Math.cos(angle)).toFixed(1)} ${(16 + 12 * Math.sin(angle)).toFixed(1)}h.01`;
});

/** The mark: people in a circle, one of whom has the floor. Decorative; the name stands beside it. */
export function Ring({ className = "size-[30px]" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} strokeLinecap="round" aria-hidden="true">
      <path d={dots[0]} strokeWidth="4.8" stroke="var(--yours)" />
      <path d={dots.slice(1).join("")} strokeWidth="4" stroke="currentColor" />
    </svg>
  );
}
