import { sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { outbox } from "@/db/schema";
import { enqueue } from "@/lib/jobs/enqueue";
import type { composeMail } from "./compose";
import { mailTransport } from "./transport";

export type Mail = {
  /** Mails of a conference in rehearsal stay in the outbox. null: a mail of the portal itself (sign-in). */
  conference: { id: string; mode: "rehearsal" | "live" } | null;
  personId: string | null;
  recipient: string;
  locale: string;
  /** What it is, for the outbox page and the limits: "sign-in", "registration-confirmed". */
  kind: string;
  content: ReturnType<typeof composeMail>;
  /** Lower goes first. Sign-in is 0, a person's own business 10, announcements 20. */
  priority?: number;
};

/** Puts a mail into the outbox, in the transaction of what it tells of: both happen or neither. */
export async function queueMail(tx: Executor, mail: Mail): Promise<void> {
  await queueMails(tx, [mail]);
}

/** Several mails in one statement, which is the same for one and for a thousand: it is prepared once. */
export async function queueMails(tx: Executor, mails: Mail[]): Promise<void> {
  if (mails.length === 0) return;
  const leaves =
    mailTransport() !== "outbox" && mails.some(({ conference }) => conference?.mode !== "rehearsal");
  const rows = mails.map(({ conference, personId, recipient, locale, kind, content, priority = 10 }) => ({
    conferenceId: conference?.id ?? null,
    personId,
    recipient,
    locale,
    kind,
    ...content,
    // Kept: it waits for nobody, and can be read on the outbox page.
    state: leaves && conference?.mode !== "rehearsal" ? "queued" : "kept",
    priority,
  }));
  await tx.execute(sql`
    insert into ${outbox} (conference_id, person_id, recipient, locale, kind, subject, text, html, state, priority)
    select mail."conferenceId", mail."personId", mail.recipient, mail.locale, mail.kind, mail.subject, mail.text,
      mail.html, mail.state, mail.priority
    from json_to_recordset(${JSON.stringify(rows)}::json) as mail(
      "conferenceId" uuid, "personId" uuid, recipient text, locale text, kind text, subject text, text text,
      html text, state mail_state, priority int)`);
  // No key: transactions that queue mail at the same time would wait for each other. A job too many does nothing.
  if (leaves) await enqueue(tx, "deliver-mail", {}, { priority: -10 });
}
