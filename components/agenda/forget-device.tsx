"use client";

import { useEffect } from "react";
import { KEPT_KEY } from "@/lib/agenda/rules";

/**
 * Drops what this device keeps of a person for when there is no network (public/sw.js). Every page of sign-in
 * does it: signing out leads there, and no one else gets in on another way.
 */
export function ForgetDevice() {
  useEffect(() => {
    if (!("caches" in window)) return;
    // The worker, too: an answer that is still on its way must not be kept after this.
    navigator.serviceWorker?.controller?.postMessage({ forget: true });
    const drop = async () => {
      for (const key of Object.keys(sessionStorage))
        if (key.startsWith(KEPT_KEY)) sessionStorage.removeItem(key);
      for (const name of await caches.keys()) if (name.startsWith("openfloor-own")) await caches.delete(name);
    };
    // A browser that forbids looking has nothing kept.
    drop().catch(() => undefined);
  }, []);
  return null;
}
