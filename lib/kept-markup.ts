import "server-only";
import type { AsyncLocalStorage } from "node:async_hooks";
import type { Html } from "./html";

// Made by server/request.mjs: what is known of one request, and forgotten with it.
type Request = { markup?: string[] };
const held = globalThis as unknown as { openfloorRequests?: AsyncLocalStorage<Request> };

/**
 * Lays markup aside until the same request writes its page (components/ui/written-markup.tsx takes it up), and
 * answers where. A server component's result travels through the framework's own format, of which each page
 * carries a copy; this does not. Where nobody keeps requests (plain `next dev`), the markup itself goes that way.
 */
export function keepMarkup(html: Html): number | string {
  const request = held.openfloorRequests?.getStore();
  if (!request) return html.toString();
  request.markup ??= [];
  return request.markup.push(html.toString()) - 1;
}
