import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { NextRequest, NextResponse } from "next/server";
import NextAuth, { type NextAuthConfig } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import type { Executor } from "@/db/client";
import { authSessions, persons, signInRequests } from "@/db/schema";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import { log } from "@/lib/log";
import { cookieOptions, sessionCookie } from "./cookies";
import { randomToken, tokenHash } from "./hash";
import { SESSION_SECONDS } from "./session";

/** How a released request is kept: as next-auth asks for it, the hash of the token and its secret. */
export const releaseHash = (token: string) => tokenHash(`${token}${env().AUTH_SECRET}`);

/** Seconds between a person's confirmation and the session: one breath of this server. */
const RELEASE_SECONDS = 60;

type Entering = {
  email: string;
  /** The token minted when the person confirmed; good once. */
  release: string;
  locale: Locale;
  browser: string;
  network: string;
};

/**
 * Opens a session for a confirmed request, through next-auth, and answers its token; undefined when the
 * release is not good. next-auth is called here and nowhere else: it has no address of its own
 * (docs/decisions/005-sign-in.md).
 */
export async function openSession(executor: Executor, entering: Entering): Promise<string | undefined> {
  const { handlers } = NextAuth(configuration(executor, entering));
  const url = new URL("/api/auth/callback/mail", env().BASE_URL);
  url.search = new URLSearchParams({ email: entering.email, token: entering.release }).toString();
  const answer = await handlers.GET(new NextRequest(url));
  return new NextResponse(null, { headers: answer.headers }).cookies.get(sessionCookie())?.value;
}

function configuration(executor: Executor, entering: Entering): NextAuthConfig {
  return {
    adapter: adapter(executor, entering),
    basePath: "/api/auth",
    secret: env().AUTH_SECRET,
    trustHost: true,
    session: { strategy: "database", maxAge: SESSION_SECONDS, generateSessionToken: randomToken },
    cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions() } },
    logger: {
      error: (error) => log.warn({ err: error }, "next-auth opened no session"),
      warn: () => {},
      debug: () => {},
    },
    providers: [
      {
        id: "mail",
        type: "email",
        name: "Mail",
        from: env().MAIL_FROM,
        maxAge: RELEASE_SECONDS,
        sendVerificationRequest: ownMail,
        options: {},
      },
    ],
  };
}

const ownMail = () => Promise.reject(new Error("Sign-in mails are written in lib/sign-in"));

/** What next-auth needs of the database to let someone in by mail; it never sees a session again. */
function adapter(executor: Executor, { locale, browser, network }: Entering): Adapter {
  const asUser = (person: { id: string; email: string; emailVerifiedAt: Date | null }) => ({
    id: person.id,
    email: person.email,
    emailVerified: person.emailVerifiedAt,
  });
  return {
    createVerificationToken: ownMail,
    async useVerificationToken({ identifier, token }) {
      const [request] = await executor
        .update(signInRequests)
        .set({ releaseHash: null })
        .where(
          and(
            eq(signInRequests.releaseHash, token),
            eq(signInRequests.email, identifier),
            gt(signInRequests.consumedAt, sql`now() - make_interval(secs => ${RELEASE_SECONDS})`),
          ),
        )
        .returning({ identifier: signInRequests.email, expires: signInRequests.expiresAt });
      // The person confirmed in time; the release has its own, shorter time.
      return request ? { ...request, token, expires: new Date(Date.now() + 1000 * RELEASE_SECONDS) } : null;
    },
    async getUserByEmail(email) {
      const [person] = await executor.select().from(persons).where(eq(persons.email, email));
      return person ? asUser(person) : null;
    },
    async createUser({ email, emailVerified }) {
      // Two browsers may confirm the same new address in the same moment.
      const [person] = await executor
        .insert(persons)
        .values({ email, emailVerifiedAt: emailVerified, locale })
        .onConflictDoUpdate({ target: persons.email, set: { emailVerifiedAt: emailVerified } })
        .returning();
      if (!person) throw new Error("The account was not written");
      return asUser(person);
    },
    async updateUser({ id, emailVerified }) {
      const [person] = await executor
        .update(persons)
        .set({ emailVerifiedAt: sql`coalesce(${persons.emailVerifiedAt}, ${emailVerified?.toISOString()})` })
        .where(eq(persons.id, id))
        .returning();
      if (!person) throw new Error("The account went away while its owner signed in");
      return asUser(person);
    },
    async createSession({ sessionToken, userId, expires }) {
      await executor.insert(authSessions).values({
        tokenHash: tokenHash(sessionToken),
        personId: userId,
        expiresAt: expires,
        browser,
        network,
      });
      return { sessionToken, userId, expires };
    },
  };
}
