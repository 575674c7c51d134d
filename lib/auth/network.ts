import "server-only";
import { headers } from "next/headers";

/**
 * The client's address as the server saw it. `server/serve.mjs` writes this header from the socket (or from
 * the trusted proxies) and drops what a client sent under that name.
 */
export async function clientAddress(): Promise<string> {
  return (await headers()).get("x-openfloor-address") ?? "127.0.0.1";
}

/** Whether someone on the server's own machine asks (server/address.mjs says so for each request). */
export async function isNear(): Promise<boolean> {
  return (await headers()).get("x-openfloor-near") === "1";
}

/** What a limit counts by: the IPv4 address, or the /64 of an IPv6 address, since one host has a whole /64. */
export function limitKey(address: string): string {
  const v4 = address.replace(/^::ffff:/, "");
  return v4.includes(":") ? `${expandIpv6(v4).slice(0, 4).join(":")}::/64` : v4;
}

/** What the audit log and the list of sessions keep: IPv4 /24, IPv6 /48. Not enough to find a person. */
export function shortNetwork(address: string): string {
  const v4 = address.replace(/^::ffff:/, "");
  if (v4.includes(":")) return `${expandIpv6(v4).slice(0, 3).join(":")}::/48`;
  return `${v4.split(".").slice(0, 3).join(".")}.0/24`;
}

export async function clientNetwork(): Promise<string> {
  return shortNetwork(await clientAddress());
}

function expandIpv6(address: string): string[] {
  const [head = "", tail] = (address.split("%")[0] ?? "").toLowerCase().split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const middle = tail === undefined ? [] : Array(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...middle, ...right].map((group) => group.replace(/^0+(?=.)/, ""));
}
