import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "../../client";
import { owners, persons, roles } from "../../schema";

export const accounts = [
  { email: "owner@example.org", role: "owner" },
  { email: "organiser@example.org", role: "organiser" },
  { email: "participant@example.org", role: "participant" },
  { email: "newcomer@example.org", role: "newcomer" },
] as const;

type NewPerson = typeof persons.$inferInsert;

const staff: NewPerson[] = [
  { email: "owner@example.org", givenName: "Astrid", familyName: "Lindahl", locale: "en" },
  { email: "organiser@example.org", givenName: "Mihai", familyName: "Constantin", locale: "en" },
  // Says nothing about themselves yet: the first registration asks for the name.
  { email: "newcomer@example.org", locale: "en" },
];

/** Writes the persons whose address is new, and answers all of them by address. */
export async function addPersons(tx: Transaction, people: NewPerson[]) {
  await tx.insert(persons).values(people).onConflictDoNothing({ target: persons.email });
  const rows = await tx
    .select({ id: persons.id, number: persons.number, email: persons.email })
    .from(persons)
    .where(
      inArray(
        persons.email,
        people.map(({ email }) => email),
      ),
    );
  const byEmail = new Map(rows.map((row) => [row.email, row]));
  return (email: string) => {
    const person = byEmail.get(email);
    if (!person) throw new Error(`${email} was not written`);
    return person;
  };
}

/** Those who run the demonstration, and someone who has not come in yet. */
export async function addAccounts(tx: Transaction, conferenceId: string) {
  const person = await addPersons(tx, staff);
  await tx
    .insert(owners)
    .values({ personId: person("owner@example.org").id })
    .onConflictDoNothing();
  await tx
    .insert(roles)
    .values({ conferenceId, personId: person("organiser@example.org").id, role: "organiser" })
    .onConflictDoNothing();
  // A start with OWNER_EMAIL may have made the owner before, without a name.
  await tx.execute(
    sql`update persons set given_name = 'Astrid', family_name = 'Lindahl'
        where email = 'owner@example.org' and given_name is null`,
  );
  return { organiser: person("organiser@example.org") };
}
