import { eq, sql } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import type { Executor } from "@/db/client";
import { secondFactors } from "@/db/schema";
import type { Person } from "@/lib/auth/actors";
import { unseal } from "@/lib/auth/seal";
import { STEP_SECONDS } from "./rules";

export const SEALED_AS = "second-factor";

/** The authenticator of a sealed secret; `label` is what it shows. */
export function authenticator(sealed: string, label = ""): TOTP {
  const secret = Secret.fromBase32(unseal(SEALED_AS, sealed));
  return new TOTP({ issuer: "Openfloor", label, secret, period: STEP_SECONDS, digits: 6, algorithm: "SHA1" });
}

export type SecondFactor =
  | { state: "none" }
  /** Shown but not yet proven: the secret may still be seen. */
  | { state: "begun"; uri: string; secret: string }
  | { state: "on"; since: Date; recoveryCodes: number };

/** The person's second factor. Its secret is answered only until it is confirmed. */
export async function findSecondFactor(executor: Executor, person: Person): Promise<SecondFactor> {
  const [row] = await executor
    .select({
      secret: secondFactors.secret,
      confirmedAt: secondFactors.confirmedAt,
      recoveryCodes: sql<number>`jsonb_array_length(${secondFactors.recoveryHashes})`,
    })
    .from(secondFactors)
    .where(eq(secondFactors.personId, person.personId));
  if (!row) return { state: "none" };
  if (row.confirmedAt) return { state: "on", since: row.confirmedAt, recoveryCodes: row.recoveryCodes };
  const totp = authenticator(row.secret, person.email);
  return { state: "begun", uri: totp.toString(), secret: totp.secret.base32 };
}
