import type { Database } from "@/db/client";
import { consents, consentVersions, invitations, questions, registrations } from "@/db/schema";
import type { Participant } from "@/lib/auth/actors";
import type { Conference } from "@/lib/conferences/queries";
import type { AConference } from "./conferences";
import { aPerson, asPerson, type PersonRow } from "./people";
import { faker, next } from "./values";

export type Registration = typeof registrations.$inferSelect;

// What each state must carry, as the constraints of the table ask.
const carried = (state: Registration["state"]) =>
  ({
    confirmed: {
      confirmedAt: new Date("2019-03-01T08:00:00Z"),
      ticketCode: `T${String(next()).padStart(11, "0")}`,
    },
    offered: { offeredUntil: new Date("2019-03-22T08:00:00Z") },
    cancelled: { cancelledAt: new Date("2019-03-10T08:00:00Z"), cancelReason: "participant" as const },
    pending: {},
    waitlisted: {},
  })[state];

/** A registration row, confirmed unless told otherwise, of the conference's first type. */
export async function aRegistration(
  db: Database,
  conference: AConference,
  overrides: Partial<typeof registrations.$inferInsert> & { person?: PersonRow } = {},
): Promise<Registration & { person: PersonRow }> {
  const { person = await aPerson(db), ...fields } = overrides;
  const state = fields.state ?? "confirmed";
  const [registration] = await db
    .insert(registrations)
    .values({
      conferenceId: conference.id,
      personId: person.id,
      typeId: conference.types[0].id,
      state,
      givenName: person.givenName ?? faker.person.firstName(),
      familyName: person.familyName ?? faker.person.lastName(),
      organisation: faker.company.name(),
      locale: person.locale,
      country: faker.helpers.arrayElement(["RO", "FR", "DE", "PL", "ES", "SE"]),
      registeredAt: new Date("2019-03-01T08:00:00Z"),
      ...carried(state),
      ...fields,
    })
    .returning();
  if (!registration) throw new Error("The registration was not written");
  return { ...registration, person };
}

/** Someone signed in who has a registration: what `requireParticipant` would return, and the row. */
export async function aParticipant(
  db: Database,
  conference: AConference,
  overrides: Parameters<typeof aRegistration>[2] = {},
): Promise<Participant & { registration: Registration }> {
  const { person, ...registration } = await aRegistration(db, conference, overrides);
  const actor = { ...(await asPerson(db, person)), conference: conference satisfies Conference };
  return { ...actor, registrationId: registration.id, registration } as unknown as Participant & {
    registration: Registration;
  };
}

export async function aQuestion(
  db: Database,
  conference: { id: string },
  overrides: Partial<typeof questions.$inferInsert> = {},
) {
  const number = next();
  const [question] = await db
    .insert(questions)
    .values({
      conferenceId: conference.id,
      kind: "text",
      label: { en: `Question ${number}` },
      position: number,
      ...overrides,
    })
    .returning();
  if (!question) throw new Error("The question was not written");
  return question;
}

/** A consent with the first version of its wording. */
export async function aConsent(
  db: Database,
  conference: { id: string },
  overrides: Partial<typeof consents.$inferInsert> & { wording?: string } = {},
) {
  const { wording = "I agree that my name is printed on a badge.", ...fields } = overrides;
  const [consent] = await db
    .insert(consents)
    .values({ conferenceId: conference.id, ...fields })
    .returning();
  if (!consent) throw new Error("The consent was not written");
  const [version] = await db
    .insert(consentVersions)
    .values({ consentId: consent.id, version: 1, wording: { en: wording } })
    .returning();
  if (!version) throw new Error("The wording was not written");
  return { ...consent, version };
}

export async function anInvitation(
  db: Database,
  conference: { id: string },
  overrides: Partial<typeof invitations.$inferInsert> = {},
) {
  const [invitation] = await db
    .insert(invitations)
    .values({ conferenceId: conference.id, code: `INVITED-${next()}`, places: 1, ...overrides })
    .returning();
  if (!invitation) throw new Error("The invitation was not written");
  return invitation;
}
