import { eq, sql } from "drizzle-orm";
import { auditEntries, consentVersions, owners, registrations } from "@/db/schema";
import {
  aConference,
  aConsent,
  aGuest,
  anInvitation,
  anOrganiser,
  anOwner,
  aParticipant,
  aPerson,
  aQuestion,
  aRegistration,
  aStaffMember,
} from "@/tests/factories";
import { describe, expect, test } from "./test";

/** The name of the constraint that refused, or the driver's code when no constraint has a name. */
async function refusal(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
  } catch (error) {
    const cause = (error instanceof Error ? error.cause : undefined) as {
      code?: string;
      constraint_name?: string;
    };
    return cause?.constraint_name || cause?.code;
  }
}

describe("the database refuses what must never be", () => {
  test("an address that is not in lower case", async ({ db }) => {
    expect(await refusal(aPerson(db, { email: "Ana@example.com" }))).toBe("persons_email_lower_case");
  });

  test("a second registration of one person, even sent at the same moment", async ({ db }) => {
    const conference = await aConference(db);
    const person = await aPerson(db);
    const results = await Promise.allSettled([1, 2, 3].map(() => aRegistration(db, conference, { person })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await refusal(aRegistration(db, conference, { person }))).toBe(
      "registrations_conference_person_key",
    );
  });

  test("a participant type or an invitation of another conference", async ({ db }) => {
    const [ours, theirs] = [await aConference(db), await aConference(db)];
    const typeId = theirs.types[0].id;
    expect(await refusal(aRegistration(db, ours, { typeId }))).toBe("registrations_type_of_conference_fk");
    expect(await refusal(anInvitation(db, ours, { typeId }))).toBe("invitations_type_of_conference_fk");
  });

  test("a confirmed registration without a ticket, an offer without an end, a check-in of the waiting list", async ({
    db,
  }) => {
    const conference = await aConference(db);
    const wrong = (fields: Partial<typeof registrations.$inferInsert>) =>
      refusal(aRegistration(db, conference, fields));
    expect(await wrong({ ticketCode: null })).toBe("registrations_confirmed_has_ticket");
    expect(await wrong({ state: "offered", offeredUntil: null })).toBe("registrations_offer_has_end");
    expect(await wrong({ state: "waitlisted", checkedInAt: new Date() })).toBe(
      "registrations_checked_in_confirmed",
    );
  });

  test("a clock that is set in a live conference", async ({ db }) => {
    const live = aConference(db, { mode: "live", clockSetAt: new Date() });
    expect(await refusal(live)).toBe("conferences_live_has_real_clock");
  });

  test("a changed or deleted audit entry, and a changed wording of a consent", async ({ db }) => {
    const { version } = await aConsent(db, await aConference(db));
    await db.insert(auditEntries).values({ action: "clock.moved", subject: "conference" });
    expect(await refusal(db.update(auditEntries).set({ action: "nothing" }))).toBe("23001");
    expect(await refusal(db.delete(auditEntries))).toBe("23001");
    expect(await refusal(db.execute(sql`truncate audit_entries`))).toBe("23001");
    const changed = db
      .update(consentVersions)
      .set({ wording: { en: "More" } })
      .where(eq(consentVersions.id, version.id));
    expect(await refusal(changed)).toBe("23001");
  });

  test("an installation without an owner, also when two owners remove each other at once", async ({ db }) => {
    const [one, two] = [await anOwner(db), await anOwner(db)];
    const remove = ({ personId }: { personId: string }) =>
      refusal(db.delete(owners).where(eq(owners.personId, personId)).execute());
    const refused = (await Promise.all([remove(one), remove(two)])).filter(Boolean);
    expect(refused).toEqual(["owners_at_least_one"]);
    expect(await db.$count(owners)).toBe(1);
  });
});

test("a conference of the factories has its people", async ({ db }) => {
  const conference = await aConference(db, { capacity: 2, types: [{}, { needsApproval: true }] });
  const participant = await aParticipant(db, conference);
  const guest = await aGuest(db, conference);
  const question = await aQuestion(db, conference, { sensitive: true });
  await anOrganiser(db, conference);
  await aStaffMember(db, conference);
  expect(conference.types).toHaveLength(2);
  expect(participant.registration).toMatchObject({ state: "confirmed", conferenceId: conference.id });
  expect(guest.conference.id).toBe(conference.id);
  expect(question).toMatchObject({ sensitive: true, conferenceId: conference.id });
  expect(await db.$count(registrations, eq(registrations.conferenceId, conference.id))).toBe(1);
});
