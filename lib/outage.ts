import type { AsyncLocalStorage } from "node:async_hooks";
import { isOutage } from "@/db/outage";

// Made by server/request.mjs; while building there is no request.
type Told = { outage?: boolean; keepsForm?: boolean };
const held = globalThis as unknown as { openfloorRequests?: AsyncLocalStorage<Told> };
const told = () => held.openfloorRequests?.getStore();

/** Whether an error says only that the database is away. Then the answer to this request will be 503. */
export function noticeOutage(error: unknown): boolean {
  if (!isOutage(error)) return false;
  const request = told();
  if (request) request.outage = true;
  return true;
}

/** Said by an action that could not even ask who sent the form: its page gives the form back to whoever it was. */
export function keepForm() {
  const request = told();
  if (request) request.keepsForm = true;
}

export const keepsForm = () => told()?.keepsForm === true;

const known = new Map<string, unknown>();

/**
 * What `read` answers; once this request has met an outage, what it answered last in this process. Only so that
 * a page can give a form back as it was filled: nothing may be decided by it, and nothing personal be kept in it.
 */
export async function lastKnown<T>(key: string, read: () => Promise<T>): Promise<T> {
  if (told()?.outage && known.has(key)) return known.get(key) as T;
  const answer = await read();
  // Invented addresses must not fill the memory.
  if (answer !== undefined) known.set(key, answer);
  return answer;
}
