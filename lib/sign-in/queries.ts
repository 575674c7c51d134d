import { and, desc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { signInRequests } from "@/db/schema";
import { tokenHash } from "@/lib/auth/hash";
import { type RequestState, requestState } from "./rules";

/** The newest request of a browser: what its code field is about. The browser has named the address itself. */
export async function findAsked(executor: Executor, browserToken: string | undefined, now: Date) {
  if (!browserToken) return;
  const [asked] = await executor
    .select()
    .from(signInRequests)
    .where(eq(signInRequests.browserHash, tokenHash(browserToken)))
    .orderBy(desc(signInRequests.createdAt), desc(signInRequests.id))
    .limit(1);
  return asked && { email: asked.email, returnTo: asked.returnTo, state: requestState(asked, now) };
}

export type Opened =
  | { state: "unknown" | "foreign" | Exclude<RequestState, "open"> }
  /** Asked by this very browser, and still good. */
  | { state: "open"; email: string };

/** What the link of a mail means in this browser. It is only read: nothing is used up. */
export async function findOpened(
  executor: Executor,
  { linkToken, browserToken }: { linkToken: string; browserToken: string | undefined },
  now: Date,
): Promise<Opened> {
  const [asked] = await executor
    .select()
    .from(signInRequests)
    .where(and(eq(signInRequests.linkHash, tokenHash(linkToken))));
  if (!asked) return { state: "unknown" };
  const state = requestState(asked, now);
  if (state !== "open") return { state };
  if (!browserToken || tokenHash(browserToken) !== asked.browserHash) return { state: "foreign" };
  return { state, email: asked.email };
}
