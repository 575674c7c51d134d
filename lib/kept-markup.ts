import "server-only";
import type { Html } from "./html";
import { requestNotes } from "./request-notes";

/**
 * Lays markup aside until the same request writes its page (components/ui/written-markup.tsx takes it up), and
 * answers where. A server component's result travels through the framework's own format, of which each page
 * carries a copy; this does not. Where nobody keeps requests (plain `next dev`), the markup itself goes that way.
 */
export function keepMarkup(html: Html): number | string {
  const request = requestNotes();
  if (!request) return html.toString();
  request.markup ??= [];
  return request.markup.push(html.toString()) - 1;
}
