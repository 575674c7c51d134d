import { createHash, randomBytes } from "node:crypto";
import type { Database } from "@/db/client";
import { authSessions, owners, persons, roles } from "@/db/schema";
import type { Guest, Organiser, Owner, Person, Staff } from "@/lib/auth/actors";
import type { Conference } from "@/lib/conferences/queries";
import { faker, next } from "./values";

export type PersonRow = typeof persons.$inferSelect;
type Overrides = Partial<typeof persons.$inferInsert>;

/** A row of an account, at an address under example.com that no demonstration uses. */
export async function aPerson(db: Database, overrides: Overrides = {}): Promise<PersonRow> {
  const givenName = faker.person.firstName();
  const familyName = faker.person.lastName();
  const [person] = await db
    .insert(persons)
    .values({
      email: `person-${next()}@example.com`,
      emailVerifiedAt: new Date("2019-02-01T08:00:00Z"),
      givenName,
      familyName,
      ...overrides,
    })
    .returning();
  if (!person) throw new Error("The person was not written");
  return person;
}

/** A session row for the person; answers the token that belongs into the cookie. */
export async function aSession(db: Database, person: { id: string }): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await db.insert(authSessions).values({
    tokenHash: createHash("sha256").update(token).digest("hex"),
    personId: person.id,
    expiresAt: new Date(Date.now() + 24 * 3_600_000),
    browser: "A test",
  });
  return token;
}

/** What `requirePerson` would return for this person, signed in. The casts stand in for that proof. */
export async function asPerson(db: Database, person: PersonRow): Promise<Person> {
  const token = await aSession(db, person);
  return {
    tokenHash: createHash("sha256").update(token).digest("hex"),
    personId: person.id,
    number: person.number,
    email: person.email,
    givenName: person.givenName,
    familyName: person.familyName,
    locale: "en",
    isOwner: false,
    awaitsSecondFactor: false,
    network: "127.0.0.0/24",
  } as Omit<Person, never> as Person;
}

/** Signed in at a conference, not registered. */
export async function aGuest(
  db: Database,
  conference: Conference,
  overrides: Overrides = {},
): Promise<Guest> {
  const person = await asPerson(db, await aPerson(db, overrides));
  return { ...person, conference } as unknown as Guest;
}

async function withRole(
  db: Database,
  conference: Conference,
  role: "organiser" | "staff",
  overrides: Overrides,
) {
  const person = await asPerson(db, await aPerson(db, overrides));
  await db.insert(roles).values({ conferenceId: conference.id, personId: person.personId, role });
  return { ...person, conference };
}

export async function anOrganiser(db: Database, conference: Conference, overrides: Overrides = {}) {
  return (await withRole(db, conference, "organiser", overrides)) as unknown as Organiser;
}

export async function aStaffMember(db: Database, conference: Conference, overrides: Overrides = {}) {
  return (await withRole(db, conference, "staff", overrides)) as unknown as Staff;
}

export async function anOwner(db: Database, overrides: Overrides = {}) {
  const person = await asPerson(db, await aPerson(db, overrides));
  await db.insert(owners).values({ personId: person.personId });
  return { ...person, isOwner: true } as unknown as Owner;
}
