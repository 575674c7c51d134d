type Figure = { value: string; label: string; href: string };

/** The figures an organiser asks for first, each with the list behind it. */
export function KeyFigures({ figures }: { figures: Figure[] }) {
  return (
    <ul className="mb-5 grid overflow-hidden rounded-xl border border-line bg-surface sm:grid-cols-2 wide:grid-cols-4">
      {figures.map(({ value, label, href }) => (
        <li
          key={label}
          className="border-b border-line last:border-b-0 wide:border-r wide:border-b-0 wide:last:border-r-0 sm:max-wide:odd:border-r sm:max-wide:[&:nth-child(3)]:border-b-0"
        >
          <a href={href} className="block h-full px-5 py-4 text-ink no-underline hover:bg-sunken">
            <span className="block text-[30px] leading-tight font-[680] tracking-tight tabular-nums">
              {value}
            </span>
            <span className="block text-sm text-ink-2">{label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
