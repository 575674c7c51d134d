import { randomBytes } from "node:crypto";
import { keyedHash, keyedHashUnder } from "@/lib/auth/hash";
import { makeTicketCode, ticketCodeIsGenuine, tidyTicketCode } from "./rules";

const sign = (text: string) => keyedHash("ticket", text);

/** A new code: 40 random bits, then 20 bits signed under AUTH_SECRET, so that a guessed one is refused offline. */
export const drawTicketCode = () => makeTicketCode(randomBytes(8), sign);

/** Draws codes for the demonstration, which is loaded before the environment is complete. */
export const ticketDrawer = (secret: string) => () =>
  makeTicketCode(randomBytes(8), (text) => keyedHashUnder(secret, "ticket", text));

/** The code that someone typed or scanned, or null when this portal never made it. */
export function readTicketCode(typed: string): string | null {
  const code = tidyTicketCode(typed);
  return code && ticketCodeIsGenuine(code, sign) ? code : null;
}
