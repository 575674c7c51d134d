import { type Env, env, isLocal } from "@/lib/env";

/** How mail leaves: the first that is set up. "outbox": it does not, and can be read at /mailbox. */
export function mailTransport({ RESEND_API_KEY, SMTP_URL }: Env = env()): "resend" | "smtp" | "outbox" {
  if (RESEND_API_KEY) return "resend";
  return SMTP_URL ? "smtp" : "outbox";
}

/**
 * Whether /mailbox exists for whoever asks. An open mailbox is everyone's account: it is there only while no mail
 * leaves, and only in a demonstration, or on one's own machine for someone who sits at it (`near`).
 */
export function mailboxIsOpen(near: boolean, given: Env = env()): boolean {
  if (mailTransport(given) !== "outbox") return false;
  return given.OPENFLOOR_DEMO === "1" || (near && isLocal(given.BASE_URL));
}
