import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { persons, registrations } from "@/db/schema";
import type { Person } from "@/lib/auth/actors";
import type { Locale } from "@/lib/i18n/locales";
import type { PersonInput } from "./input";

/** Changes one's own name and the language of one's mails. */
export function changeMyself(
  db: Database,
  person: Person,
  { locale, ...name }: z.infer<typeof PersonInput>,
): Promise<void> {
  return db.transaction(async (tx) => {
    await tx.update(persons).set(name).where(eq(persons.id, person.personId));
    await Promise.all(writeLanguage(tx, person.personId, locale));
  });
}

/** The language of all mails to a person, those about registrations that are there already too. */
export const writeLanguage = (tx: Transaction, personId: string, locale: Locale): Promise<unknown>[] => [
  tx
    .update(persons)
    .set({ locale })
    .where(and(eq(persons.id, personId), ne(persons.locale, locale)))
    .execute(),
  tx
    .update(registrations)
    .set({ locale })
    .where(and(eq(registrations.personId, personId), ne(registrations.locale, locale)))
    .execute(),
];
