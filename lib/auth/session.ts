import "server-only";
import { and, eq, gt, lt, sql } from "drizzle-orm";
import { cookies } from "next/headers";
import { after } from "next/server";
import { cache } from "react";
import { db, type Executor } from "@/db/client";
import { authSessions, owners, persons, secondFactors } from "@/db/schema";
import { realNow } from "@/lib/clock";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locales";
import { together } from "@/lib/together";
import { sessionCookie } from "./cookies";
import { tokenHash } from "./hash";

/** A session ends 30 days after it was last seen. */
export const SESSION_SECONDS = 30 * 24 * 3600;
/** How exactly "last seen" is kept: one write in so many milliseconds. */
const SEEN_EVERY = 10 * 60_000;

export type SignedIn = {
  tokenHash: string;
  personId: string;
  number: number;
  email: string;
  givenName: string | null;
  familyName: string | null;
  locale: Locale;
  isOwner: boolean;
  /** The person has a second factor and this session has not shown it yet. */
  awaitsSecondFactor: boolean;
  /** For a while nobody noted that this session is in use. */
  unseen: boolean;
};

/** The sessions of these tokens, in one query and in their order; expired sessions are nobody's. */
async function findSessions(executor: Executor, tokens: string[]): Promise<(SignedIn | undefined)[]> {
  const hashes = tokens.map(tokenHash);
  const now = realNow();
  const rows = await executor
    .select({
      tokenHash: authSessions.tokenHash,
      personId: persons.id,
      number: persons.number,
      email: persons.email,
      givenName: persons.givenName,
      familyName: persons.familyName,
      locale: persons.locale,
      isOwner: sql<boolean>`${owners.personId} is not null`,
      awaitsSecondFactor: sql<boolean>`${secondFactors.confirmedAt} is not null and ${authSessions.secondFactorAt} is null`,
      lastSeenAt: authSessions.lastSeenAt,
    })
    .from(authSessions)
    .innerJoin(persons, eq(persons.id, authSessions.personId))
    .leftJoin(owners, eq(owners.personId, persons.id))
    .leftJoin(secondFactors, eq(secondFactors.personId, persons.id))
    .where(
      and(
        sql`${authSessions.tokenHash} = any(${sql.param(hashes)}::text[])`,
        gt(authSessions.expiresAt, now),
      ),
    );
  const found = new Map(
    rows.map(({ lastSeenAt, ...session }) => [
      session.tokenHash,
      {
        ...session,
        locale: isLocale(session.locale) ? session.locale : defaultLocale,
        unseen: now.getTime() - lastSeenAt.getTime() > SEEN_EVERY,
      },
    ]),
  );
  return hashes.map((hash) => found.get(hash));
}

/** The session of a token. Those who ask while a read is under way share the next one. */
export const findSession = together((tokens: string[]) => findSessions(db, tokens));

/** Notes that the session is in use, which gives it another 30 days. Writes at most every ten minutes. */
export async function keepSession(executor: Executor, hash: string, now: Date) {
  await executor
    .update(authSessions)
    .set({ lastSeenAt: now, expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000) })
    .where(
      and(
        eq(authSessions.tokenHash, hash),
        gt(authSessions.expiresAt, now),
        lt(authSessions.lastSeenAt, new Date(now.getTime() - SEEN_EVERY)),
      ),
    );
}

/** Who is signed in on this request; asked once per request. */
export const currentSession = cache(async (): Promise<SignedIn | undefined> => {
  const token = (await cookies()).get(sessionCookie())?.value;
  if (!token) return;
  const session = await findSession(token);
  if (session?.unseen) after(() => keepSession(db, session.tokenHash, realNow()));
  return session;
});
