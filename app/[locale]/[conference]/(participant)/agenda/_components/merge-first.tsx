"use client";

import { useEffect } from "react";
import { mergeDeviceStars } from "@/components/agenda/device-stars";

/** Who signs in on the way here has stars in this browser that the server could not show yet. */
export function MergeFirst({ conference }: { conference: string }) {
  useEffect(() => {
    mergeDeviceStars(conference)
      ?.then((marks) => marks && location.reload())
      // The stars stay on the device until the next page.
      .catch(() => undefined);
  }, [conference]);
  return null;
}
