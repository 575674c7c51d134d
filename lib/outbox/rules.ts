import type { AddressParams } from "@/lib/address";
import { MINUTES } from "@/lib/sign-in/rules";

export const mailStates = ["failed", "queued", "sending", "sent", "kept"] as const;
/** Only mails of the portal itself expire: those to sign in. */
export type MailState = (typeof mailStates)[number] | "expired";

export type OutboxView = { search: string; state: MailState | null; page: number };

export const PAGE = 50;

const one = (value: string | string[] | undefined) =>
  ((Array.isArray(value) ? value[0] : value) ?? "").replaceAll("\0", "").trim();

/** Reads an address; what makes no sense in it counts as not asked for. */
export function readOutboxView(params: AddressParams): OutboxView {
  const page = one(params.page);
  return {
    search: one(params.q).slice(0, 100),
    state: mailStates.find((state) => state === one(params.state)) ?? null,
    page: /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1,
  };
}

export function outboxAddress({ search, state, page }: OutboxView): string {
  const params = new URLSearchParams();
  if (search) params.set("q", search);
  if (state) params.set("state", state);
  if (page > 1) params.set("page", String(page));
  const text = params.toString();
  return text && `?${text}`;
}

/** Minutes a mail may wait before its delay is worth a word. */
export const PATIENCE_MINUTES = 10;

type Portal = { kind: string; state: MailState; createdAt: Date };

/** Whether a mail of the portal itself can be sent again: a code that is good no more would help nobody. */
export const canGoAgain = ({ kind, state, createdAt }: Portal, now: Date) =>
  state === "failed" && (kind !== "sign-in" || createdAt >= signInGoodSince(now));

/** Mails to sign in that were written before this moment open nothing any more. */
export const signInGoodSince = (now: Date) => new Date(now.getTime() - MINUTES * 60_000);
