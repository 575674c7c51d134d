import { isIP } from "node:net";

/**
 * The address a request comes from: the socket's, or behind `proxies` trusted ones the entry that many
 * places from the right of X-Forwarded-For (what stands further left, the client wrote itself).
 * @param {string | string[] | undefined} forwarded
 * @param {string | undefined} socketAddress
 * @param {number} proxies
 * @returns {string}
 */
export function clientAddress(forwarded, socketAddress, proxies) {
  const own = plain(socketAddress ?? "");
  if (proxies === 0 || !forwarded) return own;
  const chain = String(forwarded).split(",");
  const claimed = plain((chain.at(-proxies) ?? chain[0] ?? "").trim());
  return isIP(claimed) ? claimed : own;
}

/**
 * Whether someone on this very machine asks, without anything in between that speaks for others.
 * @param {import("node:http").IncomingMessage} request
 */
export function isNear({ headers, socket }) {
  const own = plain(socket.remoteAddress ?? "");
  const passedOn = headers["x-forwarded-for"] ?? headers["x-real-ip"] ?? headers.forwarded ?? headers.via;
  return passedOn === undefined && (own === "::1" || own.startsWith("127."));
}

/** IPv4 as it is written, also when the socket speaks IPv6. @param {string} address */
const plain = (address) => address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
