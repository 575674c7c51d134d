const dots = Array.from({ length: 12 }, (_, index) => {
  const angle = ((index * 30 - 60) * Math.PI) / 180;
  return { x: 16 + 12 * Math.cos(angle), y: 16 + 12 * Math.sin(angle), gold: index === 0 };
});

/** The mark: people in a circle, one of whom has the floor. Decorative; the name stands beside it. */
export function Ring({ className = "size-[30px]" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      {dots.map(({ x, y, gold }) => (
        <circle
          key={`${x}` + `${y}`}
          cx={x.toFixed(2)}
          cy={y.toFixed(2)}
          r={gold ? 2.4 : 2}
          fill={gold ? "var(--yours)" : "currentColor"}
        />
      ))}
    </svg>
  );
}
