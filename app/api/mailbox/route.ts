import { db } from "@/db/client";
import { listMails } from "@/lib/mail/mailbox";
import { mailboxIsOpen } from "@/lib/mail/transport";

export const dynamic = "force-dynamic";

/** /mailbox for programs (proxy.ts sends them here): the newest 50 mails. 404 where there is no mailbox. */
export async function GET() {
  const headers = { "cache-control": "private, no-store" };
  if (!mailboxIsOpen()) return Response.json({ error: "There is no mailbox here" }, { status: 404, headers });
  const mails = await listMails(db);
  return Response.json(
    mails.map(({ to, subject, text, at }) => ({ to, subject, text, at: at.toISOString() })),
    { headers },
  );
}
