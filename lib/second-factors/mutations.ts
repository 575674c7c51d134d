import { randomBytes } from "node:crypto";
import { and, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { Secret } from "otpauth";
import type { Database, Executor } from "@/db/client";
import { authSessions, secondFactors } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Person } from "@/lib/auth/actors";
import { keyedHash } from "@/lib/auth/hash";
import { seal } from "@/lib/auth/seal";
import type { SignedIn } from "@/lib/auth/session";
import { countAgainst } from "@/lib/rate-limits/mutations";
import type { Limit } from "@/lib/rate-limits/rules";
import { fail, ok, type Result } from "@/lib/result";
import { codeOf, readCode } from "@/lib/sign-in/rules";
import { authenticator, SEALED_AS } from "./queries";
import { RECOVERY_CODES, readFigures, shownRecoveryCode, stepOf } from "./rules";

const TRIES: Limit = { name: "second-factor", max: 10, seconds: 900 };

/** Makes a secret and shows it; it protects nothing before a code of it was typed. Fails with "conflict". */
export async function beginSecondFactor(db: Database, person: Person): Promise<Result> {
  const secret = seal(SEALED_AS, new Secret({ size: 20 }).base32);
  const begun = await db
    .insert(secondFactors)
    .values({ personId: person.personId, secret })
    .onConflictDoUpdate({
      target: secondFactors.personId,
      set: { secret, lastStep: 0 },
      setWhere: isNull(secondFactors.confirmedAt),
    })
    .returning({ personId: secondFactors.personId });
  return begun.length > 0 ? ok(undefined) : fail("conflict");
}

/** Switches the second factor on, and answers the recovery codes: they are never shown again. */
export async function confirmSecondFactor(
  db: Database,
  person: Person,
  typed: string,
  now: Date,
): Promise<Result<{ recoveryCodes: string[] }>> {
  const counted = await countAgainst(db, TRIES, person.personId, now);
  if (!counted.ok) return counted;
  return db.transaction(async (tx) => {
    const [begun] = await tx
      .select({ secret: secondFactors.secret })
      .from(secondFactors)
      .where(and(eq(secondFactors.personId, person.personId), isNull(secondFactors.confirmedAt)))
      .for("update");
    if (!begun) return fail("conflict");
    const step = matchedStep(begun.secret, typed, now);
    if (step === undefined) return fail("factor-wrong");
    const recoveryCodes = Array.from({ length: RECOVERY_CODES }, () => codeOf(randomBytes(10)));
    const recoveryHashes = recoveryCodes.map((code) => recoveryHash(person.personId, code));
    await tx
      .update(secondFactors)
      .set({ confirmedAt: now, lastStep: step, recoveryHashes })
      .where(and(eq(secondFactors.personId, person.personId), isNull(secondFactors.confirmedAt)));
    // The browser that set it up has just shown it.
    await tx
      .update(authSessions)
      .set({ secondFactorAt: now })
      .where(eq(authSessions.tokenHash, person.tokenHash));
    await recordAudit(tx, { ...own(person), action: "second-factor.switched-on" });
    return ok({ recoveryCodes: recoveryCodes.map(shownRecoveryCode) });
  });
}

/** Switches it off. Needs a code or a recovery code. Fails with "factor-wrong" or "too-many". */
export async function removeSecondFactor(
  db: Database,
  person: Person,
  typed: string,
  now: Date,
): Promise<Result> {
  const shown = await accept(db, person.personId, typed, now);
  if (!shown.ok) return shown;
  await db.transaction(async (tx) => {
    await tx.delete(secondFactors).where(eq(secondFactors.personId, person.personId));
    await recordAudit(tx, { ...own(person), action: "second-factor.switched-off" });
  });
  return ok(undefined);
}

/** Shows the second factor after sign-in; from then on the session is a full one. */
export async function showSecondFactor(
  db: Database,
  session: Pick<SignedIn, "personId" | "tokenHash">,
  typed: string,
  now: Date,
): Promise<Result> {
  const shown = await accept(db, session.personId, typed, now);
  if (!shown.ok) return shown;
  await db
    .update(authSessions)
    .set({ secondFactorAt: now })
    .where(and(eq(authSessions.tokenHash, session.tokenHash), eq(authSessions.personId, session.personId)));
  return ok(undefined);
}

const own = (person: Person) => ({ actor: person, conferenceId: null, subject: "person" });
const recoveryHash = (personId: string, code: string) => keyedHash("recovery-code", `${personId}:${code}`);

/** The step whose code was typed: the one of now, or a neighbour, because clocks differ. */
function matchedStep(sealed: string, typed: string, now: Date): number | undefined {
  const token = readFigures(typed);
  if (!token) return;
  const delta = authenticator(sealed).validate({ token, window: 1, timestamp: now.getTime() });
  return delta === null ? undefined : stepOf(now) + delta;
}

/** Uses a code up: each step and each recovery code counts once, also when two requests bring it at once. */
async function accept(executor: Executor, personId: string, typed: string, now: Date): Promise<Result> {
  const counted = await countAgainst(executor, TRIES, personId, now);
  if (!counted.ok) return counted;
  const confirmed = and(eq(secondFactors.personId, personId), isNotNull(secondFactors.confirmedAt));
  const [factor] = await executor
    .select({ secret: secondFactors.secret })
    .from(secondFactors)
    .where(confirmed);
  if (!factor) return fail("conflict");
  const step = matchedStep(factor.secret, typed, now);
  const hash = recoveryHash(personId, readCode(typed));
  const used = await executor
    .update(secondFactors)
    .set(
      step === undefined
        ? { recoveryHashes: sql`${secondFactors.recoveryHashes} - ${hash}::text` }
        : { lastStep: step },
    )
    .where(
      and(
        confirmed,
        step === undefined
          ? sql`jsonb_exists(${secondFactors.recoveryHashes}, ${hash})`
          : lt(secondFactors.lastStep, step),
      ),
    )
    .returning({ personId: secondFactors.personId });
  if (used.length > 0) return ok(undefined);
  return fail(step === undefined ? "factor-wrong" : "factor-replayed");
}
