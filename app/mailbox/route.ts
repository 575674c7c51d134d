import { cookies, headers } from "next/headers";
import { db } from "@/db/client";
import { isNear } from "@/lib/auth/network";
import { defaultLocale, isLocale, preferredLocale } from "@/lib/i18n/locales";
import { listMails } from "@/lib/mail/mailbox";
import { mailboxIsOpen } from "@/lib/mail/transport";

export const dynamic = "force-dynamic";

/**
 * One address for people of every language, who are led to theirs, and for programs, which get the newest 50
 * mails. 404 where there is no mailbox.
 */
export async function GET(request: Request) {
  const kept = { "cache-control": "private, no-store", vary: "Accept" };
  if (!mailboxIsOpen(await isNear()))
    return Response.json({ error: "There is no mailbox here" }, { status: 404, headers: kept });
  const asks = await headers();
  if (asks.get("accept")?.includes("application/json")) {
    const mails = await listMails(db);
    return Response.json(
      mails.map(({ to, subject, text, at }) => ({ to, subject, text, at: at.toISOString() })),
      { headers: kept },
    );
  }
  const chosen = (await cookies()).get("openfloor.locale")?.value;
  const locale = isLocale(chosen) ? chosen : preferredLocale(asks.get("accept-language"));
  const { search } = new URL(request.url);
  return new Response(null, {
    status: 307,
    headers: { ...kept, location: `/${locale ?? defaultLocale}/mailbox${search}` },
  });
}
