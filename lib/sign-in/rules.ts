import type { Limit } from "@/lib/rate-limits/rules";

/**
 * A whole hall may stand behind one network address, so those of a network are wide; the narrow one is that of an
 * address from one network, and ten wrong codes end a request. That of an address alone is wider: whoever asks
 * for others' mails from one place uses up what is theirs there and keeps nobody out elsewhere.
 */
export const limits = {
  here: { name: "sign-in-here", max: 5, seconds: 900 },
  address: { name: "sign-in-address", max: 20, seconds: 900 },
  network: { name: "sign-in-network", max: 1500, seconds: 600 },
  inAll: { name: "sign-in-all", max: 6000, seconds: 600 },
  codes: { name: "sign-in-codes", max: 3000, seconds: 600 },
} satisfies Record<string, Limit>;

/** How long a link and a code are good, in minutes. */
export const MINUTES = 10;
/** The wrong code of this number ends the request. */
export const WRONG_CODES = 10;
export const CODE_LENGTH = 8;

// Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O, U, and reading forgives them.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code from random bytes, one for each sign: 5 bits each, without bias because 256 is a multiple of 32. */
export function codeOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

/** As it stands in the mail: "7KQ2-M4XD". */
export function shownCode(code: string): string {
  return code.replace(/^(.{4})(?=.)/, "$1-");
}

/** What a person typed, as the code it means: small letters, blanks, dashes and look-alikes are forgiven. */
export function readCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
}

export type RequestState = "open" | "expired" | "used" | "dead";

type Asked = { consumedAt: Date | null; wrongCodes: number; expiresAt: Date };

/** What can still be done with a request. The instant it expires it is still good. */
export function requestState({ consumedAt, wrongCodes, expiresAt }: Asked, now: Date): RequestState {
  if (consumedAt) return "used";
  if (wrongCodes >= WRONG_CODES) return "dead";
  return expiresAt >= now ? "open" : "expired";
}
