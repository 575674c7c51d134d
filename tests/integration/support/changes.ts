import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { answers, registrations, sensitiveAnswers } from "@/db/schema";
import type { Organiser, Participant } from "@/lib/auth/actors";
import { correctRegistration, correctSensitiveAnswers } from "@/lib/corrections/mutations";
import { written } from "@/lib/corrections/rules";
import { formVersion } from "@/lib/overtaken";
import { changeRegistration } from "@/lib/registration-changes/mutations";
import type { FieldValues } from "@/lib/result";

/** What a form about this registration carries that is opened now. */
export async function versionNow(db: Database, id: string): Promise<string> {
  const [row] = await db.select().from(registrations).where(eq(registrations.id, id));
  if (!row) return "";
  const plain = await db.select().from(answers).where(eq(answers.registrationId, id));
  const apart = await db.select().from(sensitiveAnswers).where(eq(sensitiveAnswers.registrationId, id));
  return formVersion({ ...written(row, [...plain, ...apart]), locale: row.locale });
}

/** Opens the form and sends it. */
export const changeNow = async (db: Database, one: Participant, values: FieldValues) =>
  changeRegistration(db, one, { ...values, version: await versionNow(db, one.registrationId) });

export const correctNow = async (db: Database, organiser: Organiser, id: string, values: FieldValues) =>
  correctRegistration(db, organiser, id, { ...values, version: await versionNow(db, id) });

export const correctSensitiveNow = async (
  db: Database,
  organiser: Organiser,
  id: string,
  values: FieldValues,
) => correctSensitiveAnswers(db, organiser, id, { ...values, version: await versionNow(db, id) });
