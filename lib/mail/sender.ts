import type { outbox } from "@/db/schema";

export type ClaimedMail = typeof outbox.$inferSelect & { batchId: string };

export type Outcome =
  /** Each mail's id with the provider, in order; null where it gives none. */
  | { kind: "sent"; ids: (string | null)[] }
  /**
   * Not now, or nobody knows: the same again later, after `wait` seconds if the provider says so. `alone`: for a
   * reason that is this mail's, so the next may go.
   */
  | { kind: "later"; error: string; wait?: number; alone?: boolean }
  /** The provider will not have it. `whole`: for a reason that is not one mail's, so parting a batch is no use. */
  | { kind: "refused"; error: string; whole?: boolean };

/** A way out. Answers in less than half the time of a claim, and does not throw for what a provider may do. */
export type Sender = {
  /** Mails in one request. */
  most: number;
  /** Milliseconds between requests, for the provider's rate. */
  pause: number;
  /** `key`: stable for these mails, so that a second request of the same does nothing. */
  send: (mails: ClaimedMail[], key: string) => Promise<Outcome>;
};

/** What every mail of the portal says of itself: holiday answers stay away. */
export const mailHeaders = { "Auto-Submitted": "auto-generated" };

/** Milliseconds a provider has to answer. */
export const PATIENCE = 30_000;
