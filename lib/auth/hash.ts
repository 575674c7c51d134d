import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** SHA-256 in hex: for random tokens of 128 bits and more, which need no salt. */
export const tokenHash = (token: string) => createHash("sha256").update(token).digest("hex");

/** Keyed hash for what is short enough to be guessed (codes, network addresses): a dump alone does not reveal it. */
export const keyedHash = (purpose: string, value: string) =>
  keyedHashUnder(env().AUTH_SECRET, purpose, value);

/** The same while the portal is being started and its environment is not complete yet. */
export const keyedHashUnder = (secret: string, purpose: string, value: string) =>
  createHmac("sha256", secret).update(`${purpose}\0${value}`).digest("hex");

/** 256 random bits, URL-safe. */
export const randomToken = () => randomBytes(32).toString("base64url");

export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
