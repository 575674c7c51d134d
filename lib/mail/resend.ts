import { type ErrorResponse, Resend } from "resend";
import { type ClaimedMail, mailHeaders, type Outcome, PATIENCE, type Sender } from "./sender";

/** Mails in one request, as Resend allows. */
const MOST = 100;
/** Two requests a second are allowed by default; a little slower, because clocks differ. */
const PAUSE = 550;
// The installation's fault, not the mail's: it goes out when the operator has put that right.
const OPERATORS = ["missing_api_key", "invalid_api_key", "restricted_api_key", "suspended_api_key"];

/** Sends by the API of Resend; `baseUrl` for a stand-in. */
export function resendSender({
  apiKey,
  baseUrl,
  from,
  pause = PAUSE,
}: {
  apiKey: string;
  baseUrl?: string | undefined;
  from: string;
  pause?: number;
}): Sender {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl: baseUrl.replace(/\/+$/, "") } : undefined);
  const payload = ({ recipient, subject, text, html }: ClaimedMail) => ({
    from,
    to: [recipient],
    subject,
    text,
    html,
    headers: mailHeaders,
  });
  return {
    most: MOST,
    pause,
    async send(mails, key) {
      const [first] = mails;
      if (!first) return { kind: "sent", ids: [] };
      const options = { idempotencyKey: key, signal: AbortSignal.timeout(PATIENCE) };
      try {
        if (mails.length === 1) {
          const { data, error, headers } = await resend.emails.send(payload(first), options);
          return error ? failed(error, headers) : { kind: "sent", ids: [data.id] };
        }
        const { data, error, headers } = await resend.batch.send(mails.map(payload), options);
        return error ? failed(error, headers) : { kind: "sent", ids: data.data.map(({ id }) => id) };
      } catch (cause) {
        return { kind: "later", error: cause instanceof Error ? cause.message : "no answer" };
      }
    },
  };
}

function failed(error: ErrorResponse, headers: Record<string, string> | null): Outcome {
  const status = error.statusCode;
  const said = `${status ?? "no answer"} ${error.name}: ${error.message}`;
  const wait = Number(headers?.["retry-after"]);
  const later: Outcome = { kind: "later", error: said, ...(wait > 0 ? { wait } : {}) };
  if (status === null || status >= 500 || [408, 425, 429].includes(status)) return later;
  if (status === 401 || OPERATORS.includes(error.name)) return later;
  if (error.name === "concurrent_idempotent_requests") return later;
  // The key was used for something else: sending the parts under other keys could double them.
  const whole = error.name === "invalid_idempotent_request";
  return { kind: "refused", error: said, whole };
}
