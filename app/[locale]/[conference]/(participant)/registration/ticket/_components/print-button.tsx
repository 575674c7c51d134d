"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";

const never = () => () => {};

/** Opens the browser's print dialogue; without scripts it is not there, and the browser's own menu prints. */
export function PrintButton({ children }: { children: string }) {
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return alive ? <Button onClick={() => window.print()}>{children}</Button> : null;
}
