"use client";

import { useSyncExternalStore } from "react";
import { Button, type ButtonLook } from "./button";

const never = () => () => {};

/** Opens the browser's print dialogue; without scripts it is not there, and the browser's own menu prints. */
export function PrintButton({ children, ...look }: ButtonLook & { children: string }) {
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return alive ? (
    <Button {...look} onClick={() => window.print()}>
      {children}
    </Button>
  ) : null;
}
