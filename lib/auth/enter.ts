import "server-only";
import { eq } from "drizzle-orm";
import { cookies, headers } from "next/headers";
import { db } from "@/db/client";
import { authSessions } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Locale } from "@/lib/i18n/locales";
import { describeBrowser } from "./browser";
import { browserCookie, cookieOptions, hintCookie, localeCookie, sessionCookie } from "./cookies";
import { tokenHash } from "./hash";
import { clientNetwork } from "./network";
import { openSession } from "./release";
import { findSession } from "./session";

// The row in the database decides how long a session lasts, and slides; the cookie only has to outlive it.
// Browsers keep none longer than 400 days.
const COOKIE_SECONDS = 400 * 24 * 3600;

/**
 * Signs this browser in for a confirmed request, under a new session id; the session it had before ends.
 * Answers where to go: the way back, or the second factor first. undefined when the release is not good.
 */
export async function enter(
  { email, release, returnTo }: { email: string; release: string; returnTo: string },
  locale: Locale,
): Promise<string | undefined> {
  const [jar, asked, network] = await Promise.all([cookies(), headers(), clientNetwork()]);
  const browser = describeBrowser(asked.get("user-agent"));
  const token = await openSession(db, { email, release, locale, browser, network });
  const session = token && (await findSession(token));
  if (!token || !session) return;
  const before = jar.get(sessionCookie())?.value;
  if (before) await db.delete(authSessions).where(eq(authSessions.tokenHash, tokenHash(before)));
  await recordAudit(db, {
    actor: { number: session.number, network },
    conferenceId: null,
    action: "person.signed-in",
    subject: "person",
  });
  const options = { ...cookieOptions(), maxAge: COOKIE_SECONDS };
  jar.set(sessionCookie(), token, options);
  jar.set(hintCookie, "1", { ...options, httpOnly: false });
  jar.set(localeCookie, locale, { ...options, httpOnly: false });
  jar.set(browserCookie(), "", { ...cookieOptions(), maxAge: 0 });
  const back = returnTo === "/" ? `/${locale}` : returnTo;
  if (!session.awaitsSecondFactor) return back;
  return `/${locale}/sign-in/second-factor?to=${encodeURIComponent(back)}`;
}

/** The cookies of someone who is signed in here no more. */
export async function forgetSession() {
  const jar = await cookies();
  jar.set(sessionCookie(), "", { ...cookieOptions(), maxAge: 0 });
  jar.set(hintCookie, "", { ...cookieOptions(), httpOnly: false, maxAge: 0 });
}

/** The token that binds requests to this browser; made when it asks for the first time. */
export async function bindBrowser(make: () => string): Promise<string> {
  const jar = await cookies();
  const token = jar.get(browserCookie())?.value || make();
  // A day: longer than any mail is good, so that an old one is told to be old, not foreign.
  jar.set(browserCookie(), token, { ...cookieOptions(), maxAge: 24 * 3600 });
  return token;
}
