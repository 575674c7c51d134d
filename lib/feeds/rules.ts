import type { Limit } from "@/lib/rate-limits/rules";

/** Where a feed is read: `base` is the portal's own address. */
export const feedAddress = (base: string, key: string) => `${base}/feeds/${key}.ics`;

/** The same for programs that subscribe when a link of this scheme is pressed. */
export const webcalAddress = (address: string) => address.replace(/^https?:/, "webcal:");

/** The key in the last part of an address ("<key>.ics"); undefined when it cannot be one. */
export const keyOf = (part: string): string | undefined => part.match(/^([\w-]{43})\.ics$/)?.[1];

/** Calendars ask every quarter of an hour at most; this leaves room for several devices and for impatience. */
export const feedReads: Limit = { name: "feed", max: 120, seconds: 3600 };

/** Keys that are none, from one network: nobody finds a key by trying, and trying shall cost little. */
export const strangeKeys: Limit = { name: "feed-unknown", max: 60, seconds: 900 };
