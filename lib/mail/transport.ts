import { env } from "@/lib/env";

/** How mail leaves: the first that is set up. "outbox": it does not, and can be read at /mailbox. */
export function mailTransport(): "resend" | "smtp" | "outbox" {
  const { RESEND_API_KEY, SMTP_URL } = env();
  if (RESEND_API_KEY) return "resend";
  return SMTP_URL ? "smtp" : "outbox";
}

/**
 * Whether /mailbox exists. An open mailbox is everyone's account: it is there only while no mail leaves, and
 * only on one's own machine or when the demonstration is switched on by name.
 */
export function mailboxIsOpen(): boolean {
  return mailTransport() === "outbox" && (env().OPENFLOOR_DEMO === "1" || isLocal(env().BASE_URL));
}

function isLocal(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === "localhost" || hostname.endsWith(".localhost") || /^(127\.|\[::1\]$)/.test(hostname);
}
