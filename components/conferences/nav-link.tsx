"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the main navigation that knows when its page, or one below it, is open. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <a href={href} aria-current={here ? "page" : undefined} className="nav-link">
      {children}
    </a>
  );
}
