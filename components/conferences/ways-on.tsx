"use client";

import { usePathname } from "next/navigation";

/** Links below the conference of the address: pages that say "not here" are not told which one it is. */
export function WaysOn({ ways }: { ways: { page: string; label: string }[] }) {
  const home = usePathname().split("/").slice(0, 3).join("/");
  return (
    <ul>
      {ways.map(({ page, label }) => (
        <li key={page}>
          <a href={home + page} className="link inline-flex min-h-11 items-center text-lg">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
