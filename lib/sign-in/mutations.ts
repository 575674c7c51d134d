import { randomBytes } from "node:crypto";
import { and, desc, eq, gte, isNull, lt, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { signInRequests } from "@/db/schema";
import { keyedHash, randomToken, sameHash, tokenHash } from "@/lib/auth/hash";
import { limitKey, shortNetwork } from "@/lib/auth/network";
import { releaseHash } from "@/lib/auth/release";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import { queueMail } from "@/lib/mail/queue";
import { signInMail } from "@/lib/mail/sign-in";
import { countAgainstAll } from "@/lib/rate-limits/mutations";
import { fail, ok, type Result } from "@/lib/result";
import { CODE_LENGTH, codeOf, limits, MINUTES, readCode, requestState, WRONG_CODES } from "./rules";

type Asking = {
  email: string;
  locale: Locale;
  returnTo: string;
  browserToken: string;
  /** As lib/auth/browser.ts describes it. */
  browser: string;
  /** The client's network address. */
  address: string;
};

/**
 * Writes a request and its mail. Whether the address has an account is neither asked nor told here, so the
 * answer and its time are the same. Fails with "too-many".
 */
export async function askToSignIn(db: Database, asking: Asking, now: Date): Promise<Result> {
  const { email, locale, returnTo, browserToken, browser, address } = asking;
  const counting = await countAgainstAll(
    db,
    [
      { limit: limits.network, subject: limitKey(address) },
      { limit: limits.here, subject: `${email} ${limitKey(address)}` },
      { limit: limits.address, subject: email },
      { limit: limits.inAll, subject: "" },
    ],
    now,
  );
  if (!counting.ok) return counting;
  const id = crypto.randomUUID();
  const linkToken = randomToken();
  const code = codeOf(randomBytes(CODE_LENGTH));
  const link = `${env().BASE_URL}/${locale}/sign-in/confirm?token=${linkToken}`;
  const content = await signInMail({ locale, code, link, browser, network: shortNetwork(address) });
  await db.transaction(async (tx) => {
    await tx.insert(signInRequests).values({
      id,
      email,
      locale,
      returnTo,
      browserHash: tokenHash(browserToken),
      linkHash: tokenHash(linkToken),
      codeHash: codeHash(id, code),
      createdAt: now,
      expiresAt: new Date(now.getTime() + MINUTES * 60_000),
    });
    await queueMail(tx, {
      conference: null,
      personId: null,
      recipient: email,
      locale,
      kind: "sign-in",
      content,
      priority: 0,
    });
  });
  return ok(undefined);
}

const codeHash = (requestId: string, code: string) => keyedHash("sign-in-code", `${requestId}:${code}`);

/** Someone has shown that a mail reached them: what openSession needs to let them in. */
export type Confirmed = { email: string; returnTo: string; release: string };

const stillGood = (now: Date) =>
  and(
    isNull(signInRequests.consumedAt),
    lt(signInRequests.wrongCodes, WRONG_CODES),
    gte(signInRequests.expiresAt, now),
  );

/** Uses the request up and mints its release. One guarded UPDATE: of several at once, one wins. */
async function consume(tx: Database | Transaction, which: ReturnType<typeof and>, now: Date) {
  const release = randomToken();
  const [used] = await tx
    .update(signInRequests)
    .set({ consumedAt: now, releaseHash: releaseHash(release) })
    .where(and(which, stillGood(now)))
    .returning({ email: signInRequests.email, returnTo: signInRequests.returnTo });
  return used && { ...used, release };
}

/** The button behind the mail's link, pressed in the browser that asked. Fails with "link-unusable". */
export async function confirmByLink(
  db: Database,
  { linkToken, browserToken }: { linkToken: string; browserToken: string | undefined },
  now: Date,
): Promise<Result<Confirmed>> {
  if (!browserToken) return fail("link-unusable");
  const asked = and(
    eq(signInRequests.linkHash, tokenHash(linkToken)),
    eq(signInRequests.browserHash, tokenHash(browserToken)),
  );
  const confirmed = await consume(db, asked, now);
  return confirmed ? ok(confirmed) : fail("link-unusable");
}

/**
 * A code, typed in the browser that asked. Any mail of this browser to the same address that is still good
 * will do, because mails overtake each other. A wrong code is counted on the newest request, whose row is
 * locked meanwhile: the tenth ends it. Fails with "code-wrong", "code-expired", "code-used", "code-dead",
 * "code-nobody" or "too-many".
 */
export async function confirmByCode(
  db: Database,
  { typed, browserToken, address }: { typed: string; browserToken: string | undefined; address: string },
  now: Date,
): Promise<Result<Confirmed>> {
  if (!browserToken) return fail("code-nobody");
  const counting = await countAgainstAll(db, [{ limit: limits.codes, subject: limitKey(address) }], now);
  if (!counting.ok) return counting;
  const code = readCode(typed);
  return db.transaction(async (tx) => {
    const ours = eq(signInRequests.browserHash, tokenHash(browserToken));
    const [newest] = await tx
      .select()
      .from(signInRequests)
      .where(ours)
      .orderBy(desc(signInRequests.createdAt), desc(signInRequests.id))
      .limit(1)
      .for("update");
    if (!newest) return fail("code-nobody");
    const state = requestState(newest, now);
    if (state !== "open") return fail(`code-${state}`);
    const open = await tx
      .select({ id: signInRequests.id, codeHash: signInRequests.codeHash })
      .from(signInRequests)
      .where(and(ours, eq(signInRequests.email, newest.email), stillGood(now)));
    const meant = open.find((request) => sameHash(request.codeHash, codeHash(request.id, code)));
    const confirmed = meant && (await consume(tx, eq(signInRequests.id, meant.id), now));
    if (confirmed) return ok(confirmed);
    const wrongCodes = newest.wrongCodes + 1;
    await tx
      .update(signInRequests)
      .set({ wrongCodes: sql`${signInRequests.wrongCodes} + 1` })
      .where(and(eq(signInRequests.id, newest.id), stillGood(now)));
    if (wrongCodes >= WRONG_CODES) return fail("code-dead");
    return fail("code-wrong", { params: { left: WRONG_CODES - wrongCodes } });
  });
}
