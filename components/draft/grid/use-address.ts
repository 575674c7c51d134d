"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Takes the address along to what is shown: undefined while it stands there, or while something is held or being
 * saved, because a change of address meanwhile would take its answer from the save.
 */
export function useAddress(href: string | undefined) {
  const router = useRouter();
  useEffect(() => {
    if (href) router.replace(href, { scroll: false });
  }, [href, router]);
}
