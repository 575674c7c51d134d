import { isOutage } from "@/db/outage";
import { requestNotes } from "@/lib/request-notes";

/** Whether an error says only that the database is away. Then the answer to this request will be 503. */
export function noticeOutage(error: unknown): boolean {
  if (!isOutage(error)) return false;
  const request = requestNotes();
  if (request) request.outage = true;
  return true;
}

/** Said by an action that could not even ask who sent the form: its page gives the form back to whoever it was. */
export function keepForm() {
  const request = requestNotes();
  if (request) request.keepsForm = true;
}

export const keepsForm = () => requestNotes()?.keepsForm === true;

const known = new Map<string, unknown>();

/**
 * What `read` answers; once this request has met an outage, what it answered last in this process. Only so that
 * a page can give a form back as it was filled: nothing may be decided by it, and nothing personal be kept in it.
 */
export async function lastKnown<T>(key: string, read: () => Promise<T>): Promise<T> {
  if (requestNotes()?.outage && known.has(key)) return known.get(key) as T;
  const answer = await read();
  // Invented addresses must not fill the memory.
  if (answer !== undefined) known.set(key, answer);
  return answer;
}
