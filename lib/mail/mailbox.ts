import { desc, eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { outbox } from "@/db/schema";

const NEWEST = 50;

/** The newest mails, all or those whose recipient contains `to`. Ask mailboxIsOpen() first. */
export async function listMails(executor: Executor, to = "") {
  const wanted = to.trim().toLowerCase();
  return executor
    .select({
      id: outbox.id,
      to: outbox.recipient,
      subject: outbox.subject,
      text: outbox.text,
      kind: outbox.kind,
      at: outbox.createdAt,
    })
    .from(outbox)
    .where(wanted ? sql`strpos(lower(${outbox.recipient}), ${wanted}) > 0` : undefined)
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(NEWEST);
}

export async function findMail(executor: Executor, id: string) {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return;
  const [mail] = await executor.select().from(outbox).where(eq(outbox.id, id));
  return mail;
}

/** The link of a sign-in mail, so that a newcomer to the demonstration need not open the mail. */
export function signInLink({ kind, text }: { kind: string; text: string }): string | undefined {
  return kind === "sign-in" ? text.match(/https?:\/\/\S+\/sign-in\/confirm\?token=\S+/)?.[0] : undefined;
}
