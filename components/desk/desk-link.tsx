"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the desk's navigation that knows when its page, or one below it, is open. */
export function DeskLink({
  href,
  exact = false,
  count,
  children,
}: {
  href: string;
  /** The overview, which lies above every other page. */
  exact?: boolean;
  /** Already written in the reader's language. */
  count?: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const here = path === href || (!exact && path.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={here ? "page" : undefined}
      // On a phone the navigation is open above the page; the page that was asked for closes it.
      onClick={(event) => event.currentTarget.closest("details")?.removeAttribute("open")}
      className="flex min-h-11 items-center justify-between gap-3 rounded-lg px-3 text-on-night-2 no-underline hover:bg-night-2 hover:text-on-night aria-[current]:bg-night-3 aria-[current]:font-semibold aria-[current]:text-on-night wide:min-h-[38px]"
    >
      <span>{children}</span>
      {count ? <span className="tabular-nums">{count}</span> : null}
    </Link>
  );
}
