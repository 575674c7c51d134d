import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { cookies } from "next/headers";
import { cache } from "react";
import { db, type Executor } from "@/db/client";
import { authSessions, owners, persons, secondFactors } from "@/db/schema";
import { realNow } from "@/lib/clock";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locales";
import { sessionCookie } from "./cookies";
import { tokenHash } from "./hash";

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
};

/** The session of a token, in one query; expired sessions are nobody's. */
export async function findSession(executor: Executor, token: string): Promise<SignedIn | undefined> {
  const hash = tokenHash(token);
  const [row] = await executor
    .select({
      personId: persons.id,
      number: persons.number,
      email: persons.email,
      givenName: persons.givenName,
      familyName: persons.familyName,
      locale: persons.locale,
      isOwner: sql<boolean>`${owners.personId} is not null`,
      awaitsSecondFactor: sql<boolean>`${secondFactors.confirmedAt} is not null and ${authSessions.secondFactorAt} is null`,
    })
    .from(authSessions)
    .innerJoin(persons, eq(persons.id, authSessions.personId))
    .leftJoin(owners, eq(owners.personId, persons.id))
    .leftJoin(secondFactors, eq(secondFactors.personId, persons.id))
    .where(and(eq(authSessions.tokenHash, hash), gt(authSessions.expiresAt, realNow())));
  return row && { ...row, tokenHash: hash, locale: isLocale(row.locale) ? row.locale : defaultLocale };
}

/** Who is signed in on this request; asked once per request. */
export const currentSession = cache(async (): Promise<SignedIn | undefined> => {
  const token = (await cookies()).get(sessionCookie())?.value;
  return token ? findSession(db, token) : undefined;
});
