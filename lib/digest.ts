import { createHash } from "node:crypto";

/** A short word for a text: another text has another word. For telling whether what was shown still stands. */
export const digest = (text: string): string =>
  createHash("sha256").update(text).digest("base64url").slice(0, 16);
