import { createTransport, type SendMailOptions } from "nodemailer";
import { mailHeaders, type Outcome, PATIENCE, type Sender } from "./sender";

type SmtpError = Error & { code?: string; command?: string; responseCode?: number };

/**
 * Sends by SMTP, one mail at a time. SMTP knows no idempotency key: the Message-ID is the same each time, by
 * which most mail servers drop a second copy, should the process die between sending and writing it down.
 */
export function smtpSender({ url, from, host }: { url: string; from: string; host: string }): Sender {
  const transport = createTransport(url, {
    connectionTimeout: PATIENCE / 3,
    greetingTimeout: PATIENCE / 3,
    socketTimeout: PATIENCE,
  });
  return {
    most: 1,
    pause: 0,
    async send(mails, key): Promise<Outcome> {
      try {
        const ids: string[] = [];
        for (const { recipient, subject, text, html } of mails) {
          const message: SendMailOptions = {
            from,
            to: { name: "", address: recipient },
            subject,
            text,
            html,
            headers: mailHeaders,
            messageId: `<${key}@${host}>`,
          };
          ids.push((await transport.sendMail(message)).messageId);
        }
        return { kind: "sent", ids };
      } catch (cause) {
        const { code, command, responseCode, message } = cause as SmtpError;
        const error = `${responseCode ?? code ?? "no answer"} ${message}`;
        const refused = responseCode !== undefined && responseCode >= 500 && code !== "EAUTH";
        if (refused) return { kind: "refused", error };
        // One address that is put off (a greylist, a full mailbox) does not hold up the others.
        return {
          kind: "later",
          error,
          alone: command === "RCPT TO" && responseCode !== undefined && responseCode !== 421,
        };
      }
    },
  };
}
