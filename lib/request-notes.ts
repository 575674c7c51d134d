import type { AsyncLocalStorage } from "node:async_hooks";

/**
 * What the code of a page tells the server around it about the request it answers (server/request.mjs makes it):
 * `outage`, that the database is away; `tooMany`, that a limit was met, and the seconds until it ends; `keepsForm`,
 * that its page has to give a form back; `markup`, what is laid aside until the page is written.
 */
export type RequestNotes = { outage?: boolean; tooMany?: number; keepsForm?: boolean; markup?: string[] };

const held = globalThis as unknown as { openfloorRequests?: AsyncLocalStorage<RequestNotes> };

/** Of the request that is being answered; undefined while building and in plain `next dev`. */
export const requestNotes = () => held.openfloorRequests?.getStore();
