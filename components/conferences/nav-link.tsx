"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the main navigation that knows when its page, or one below it, is open. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={here ? "page" : undefined}
      className="flex min-h-11 items-center text-ink-2 no-underline hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink wide:min-h-16 wide:aria-[current]:shadow-[inset_0_-3px_0_var(--ink)]"
    >
      {children}
    </Link>
  );
}
