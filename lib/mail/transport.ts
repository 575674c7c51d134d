import { type Env, env } from "@/lib/env";

/** How mail leaves: the first that is set up. "outbox": it does not, and can be read at /mailbox. */
export function mailTransport({ RESEND_API_KEY, SMTP_URL }: Env = env()): "resend" | "smtp" | "outbox" {
  if (RESEND_API_KEY) return "resend";
  return SMTP_URL ? "smtp" : "outbox";
}

/**
 * Whether /mailbox exists. An open mailbox is everyone's account: it is there only while no mail leaves, and
 * only on one's own machine or when the demonstration is switched on by name.
 */
export function mailboxIsOpen(given: Env = env()): boolean {
  return mailTransport(given) === "outbox" && (given.OPENFLOOR_DEMO === "1" || isLocal(given.BASE_URL));
}

function isLocal(address: string): boolean {
  const { hostname } = new URL(address);
  return (
    hostname === "localhost" || hostname.endsWith(".localhost") || /^(127(\.\d+){3}|\[::1\])$/.test(hostname)
  );
}
