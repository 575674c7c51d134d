/** Crockford's alphabet: no I, L, O or U, so that a code read aloud or typed from paper comes out right. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RANDOM = 8;
const SIGNATURE = 4;

/** A ticket code from at least 8 random bytes; `sign` answers a keyed hash in hex. */
export function makeTicketCode(random: Uint8Array, sign: (text: string) => string): string {
  // 256 is a multiple of 32: every letter is equally likely.
  const drawn = Array.from(random.subarray(0, RANDOM), (byte) => ALPHABET[byte % 32]).join("");
  return drawn + signature(drawn, sign);
}

/** Whether the portal made this code: found out without asking the database. `code` is tidied. */
export function ticketCodeIsGenuine(code: string, sign: (text: string) => string): boolean {
  const drawn = code.slice(0, RANDOM);
  return code.length === RANDOM + SIGNATURE && code.slice(RANDOM) === signature(drawn, sign);
}

function signature(drawn: string, sign: (text: string) => string): string {
  const bits = Number.parseInt(sign(drawn).slice(0, 5), 16);
  return Array.from({ length: SIGNATURE }, (_, index) => ALPHABET[(bits >> (5 * index)) & 31]).join("");
}

/** As typed by hand, in any case, with blanks and dashes, O for 0, I or L for 1. null: it cannot be a code. */
export function tidyTicketCode(typed: string): string | null {
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-–—.]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return code.length === RANDOM + SIGNATURE && [...code].every((letter) => ALPHABET.includes(letter))
    ? code
    : null;
}

/** "7K3M-Q0ZX-A19D": how people read and type it. */
export const spacedTicketCode = (code: string) => code.replace(/(.{4})(?=.)/g, "$1-");
