import { createHmac, randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeTicketCode, spacedTicketCode, ticketCodeIsGenuine, tidyTicketCode } from "@/lib/tickets/rules";

const sign = (text: string) => createHmac("sha256", "a secret").update(text).digest("hex");
const drawTicketCode = () => makeTicketCode(randomBytes(8), sign);
const readTicketCode = (typed: string) => {
  const code = tidyTicketCode(typed);
  return code && ticketCodeIsGenuine(code, sign) ? code : null;
};

test("a code is read however it is typed", () => {
  for (let round = 0; round < 50; round++) {
    const code = drawTicketCode();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(readTicketCode(spacedTicketCode(code).toLowerCase())).toBe(code);
    expect(readTicketCode(` ${code.replaceAll("0", "o").replaceAll("1", "l")} `)).toBe(code);
  }
});

test("one wrong letter, a guess and an empty field are not a code", () => {
  const code = drawTicketCode();
  const other = code.startsWith("A") ? "B" : "A";
  expect(readTicketCode(other + code.slice(1))).toBeNull();
  expect(readTicketCode("")).toBeNull();
  // A guess has one chance in a million; this many guesses find nothing.
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{12}$/), (guess) => {
      fc.pre(guess !== code);
      return readTicketCode(guess) === null;
    }),
    { numRuns: 200, seed: 20190514 },
  );
});
