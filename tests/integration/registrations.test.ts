import { and, asc, eq } from "drizzle-orm";
import {
  answers,
  auditEntries,
  conferences,
  consentVersions,
  givenConsents,
  outbox,
  registrations,
  sensitiveAnswers,
} from "@/db/schema";
import type { Guest } from "@/lib/auth/actors";
import { cancelRegistration } from "@/lib/cancellations/mutations";
import { chooseConsent } from "@/lib/given-consents/mutations";
import { listOwnConsents } from "@/lib/given-consents/queries";
import { register } from "@/lib/registrations/mutations";
import { findMine } from "@/lib/registrations/queries";
import {
  type AConference,
  aConference,
  aConsent,
  aGuest,
  anInvitation,
  aParticipant,
  aQuestion,
  aRegistration,
} from "@/tests/factories";
import { changeNow } from "./support/changes";
import { describe, expect, test } from "./test";

const values = (conference: AConference, more: Record<string, string | string[]> = {}) => ({
  typeId: conference.types[0].id,
  givenName: "Ana",
  familyName: "Pop",
  country: "RO",
  ...more,
});

const window = (opensAt: string, closesAt: string) => ({
  windows: { registration: { opensAt: new Date(opensAt), closesAt: new Date(closesAt) } },
});

describe("what the form asks", () => {
  test("all errors at once, each at its field, and every value given back", async ({ db }) => {
    const conference = await aConference(db);
    const needed = await aQuestion(db, conference, { required: true });
    const choice = await aQuestion(db, conference, {
      kind: "one-of",
      options: [{ value: "a", label: { en: "A" } }],
    });
    const consent = await aConsent(db, conference, { required: true });
    const typed = {
      ...values(conference, { givenName: "", country: "ZZ", familyName: "x".repeat(81) }),
      [`q-${choice.id}`]: "b",
    };
    const result = await register(db, await aGuest(db, conference), typed);
    expect(result).toMatchObject({
      ok: false,
      values: typed,
      fields: {
        givenName: ["required"],
        familyName: ["too-long"],
        country: ["choice"],
        [`q-${needed.id}`]: ["required"],
        [`q-${choice.id}`]: ["choice"],
        [`c-${consent.version.id}`]: ["consent"],
      },
    });
  });

  test("markup and formula characters are kept as typed, and harmless in the mail", async ({ db }) => {
    const conference = await aConference(db);
    const question = await aQuestion(db, conference);
    const guest = await aGuest(db, conference);
    const nasty = "=HYPERLINK(\"x\") <script>alert('1')</script>";
    const more = { givenName: nasty, organisation: "@SUM(1)", [`q-${question.id}`]: nasty };
    expect((await register(db, guest, values(conference, more))).ok).toBe(true);
    const mine = await findMine(db, conference.id, guest.personId);
    expect(mine).toMatchObject({ givenName: nasty, organisation: "@SUM(1)", answers: [{ value: nasty }] });
    const [mail] = await db.select().from(outbox).where(eq(outbox.personId, guest.personId));
    expect(mail?.text).toContain(nasty);
    expect(mail?.html).not.toContain("<script>");
  });

  test("sensitive answers lie apart; consents keep their version", async ({ db }) => {
    const conference = await aConference(db);
    const diet = await aQuestion(db, conference, { sensitive: true });
    const plain = await aQuestion(db, conference, { kind: "yes-no" });
    const other = await aQuestion(db, conference, { typeIds: ["a3bb189e-8bf9-3888-9912-ace4e6543002"] });
    const consent = await aConsent(db, conference, { required: true });
    const optional = await aConsent(db, conference);
    const guest = await aGuest(db, conference);
    const result = await register(
      db,
      guest,
      values(conference, {
        [`q-${diet.id}`]: "vegan",
        [`q-${plain.id}`]: "no",
        [`q-${other.id}`]: "not asked of this type",
        [`c-${consent.version.id}`]: "on",
      }),
    );
    if (!result.ok) throw new Error(result.code);
    const of = (table: typeof answers | typeof sensitiveAnswers) =>
      db.select().from(table).where(eq(table.registrationId, result.data.id));
    expect(await of(sensitiveAnswers)).toMatchObject([{ questionId: diet.id, value: "vegan" }]);
    expect(await of(answers)).toMatchObject([{ questionId: plain.id, value: false }]);
    await db
      .insert(consentVersions)
      .values({ consentId: consent.id, version: 2, wording: { en: "Another wording" } });
    const list = await listOwnConsents(db, conference.id, result.data.id);
    expect(list.find(({ id }) => id === consent.id)).toMatchObject({
      version: 1,
      isNewest: false,
      givenAt: conference.clockSetAt,
    });
    expect(list.find(({ id }) => id === optional.id)).toMatchObject({ givenAt: null });
  });

  test("types, questions, consents and codes of another conference are refused or not read", async ({
    db,
  }) => {
    const [ours, theirs] = [await aConference(db), await aConference(db)];
    const [question, consent, code] = await Promise.all([
      aQuestion(db, theirs),
      aConsent(db, theirs),
      anInvitation(db, theirs),
    ]);
    const guest = await aGuest(db, ours);
    expect(await register(db, guest, values(theirs))).toMatchObject({ fields: { typeId: ["type"] } });
    expect(await register(db, guest, values(ours, { invitation: code.code }))).toMatchObject({
      fields: { invitation: ["invitation"] },
    });
    const foreign = { [`q-${question.id}`]: "x", [`c-${consent.version.id}`]: "on" };
    const result = await register(db, guest, values(ours, foreign));
    if (!result.ok) throw new Error(result.code);
    expect(await db.$count(answers, eq(answers.registrationId, result.data.id))).toBe(0);
    expect(await db.$count(givenConsents, eq(givenConsents.registrationId, result.data.id))).toBe(0);
  });

  test("an invitation that has run out, was revoked or is for another type", async ({ db }) => {
    const conference = await aConference(db, { types: [{}, {}] });
    const guest = await aGuest(db, conference);
    const [old, revoked, other, last] = await Promise.all([
      anInvitation(db, conference, { expiresAt: new Date("2019-03-20T07:59:59.999Z") }),
      anInvitation(db, conference, { revokedAt: new Date() }),
      anInvitation(db, conference, { typeId: conference.types[1]?.id }),
      anInvitation(db, conference, { expiresAt: new Date("2019-03-20T08:00:00Z") }),
    ]);
    const reason = async (invitation: string) => {
      const result = await register(db, guest, values(conference, { invitation }));
      return result.ok ? "ok" : result.fields?.invitation?.[0];
    };
    expect(await reason(old.code)).toBe("invitation");
    expect(await reason(revoked.code)).toBe("invitation");
    expect(await reason(other.code)).toBe("invitation-type");
    expect(await reason(last.code)).toBe("ok");
  });
});

describe("the window", () => {
  test.for([
    ["2019-03-20T08:00:00Z", "2019-04-01T00:00:00Z", "ok"],
    ["2019-03-01T00:00:00Z", "2019-03-20T08:00:00Z", "ok"],
    ["2019-03-20T08:00:00.001Z", "2019-04-01T00:00:00Z", "registration-upcoming"],
    ["2019-03-01T00:00:00Z", "2019-03-20T07:59:59.999Z", "registration-closed"],
  ] as const)("from %s to %s: %s", async ([opensAt, closesAt, expected], { db }) => {
    const conference = await aConference(db, window(opensAt, closesAt));
    const result = await register(db, await aGuest(db, conference), values(conference));
    expect(result.ok ? "ok" : result.code).toBe(expected);
  });

  test("the clock is the one of this moment, not of when the page was shown", async ({ db }) => {
    const conference = await aConference(db);
    const guest = await aGuest(db, conference);
    await db
      .update(conferences)
      .set({ clockSetAt: new Date("2019-05-02T00:00:00Z") })
      .where(eq(conferences.id, conference.id));
    expect(await register(db, guest, values(conference))).toMatchObject({ code: "registration-closed" });
  });
});

describe("changing one's mind", () => {
  test("edits keep place, ticket and archived answers, and are audited without their content", async ({
    db,
  }) => {
    const conference = await aConference(db, { types: [{}, { capacity: 0 }, { needsApproval: true }] });
    const participant = await aParticipant(db, conference);
    const archived = await aQuestion(db, conference, { archivedAt: new Date() });
    const question = await aQuestion(db, conference);
    const { registrationId } = participant;
    await db.insert(answers).values({ registrationId, questionId: archived.id, value: "old" });
    const change = (more: Record<string, string>) => changeNow(db, participant, values(conference, more));
    expect((await change({ organisation: "New", [`q-${question.id}`]: "yes" })).ok).toBe(true);
    const [row] = await db.select().from(registrations).where(eq(registrations.id, registrationId));
    expect(row).toMatchObject({
      organisation: "New",
      state: "confirmed",
      ticketCode: participant.registration.ticketCode,
    });
    expect(await db.$count(answers, eq(answers.registrationId, registrationId))).toBe(2);
    expect(await change({ typeId: conference.types[1]?.id ?? "" })).toMatchObject({
      fields: { typeId: ["type-full"] },
    });
    expect(await change({ typeId: conference.types[2]?.id ?? "" })).toMatchObject({
      fields: { typeId: ["type-approval"] },
    });
    const audit = await db
      .select({ action: auditEntries.action, detail: auditEntries.detail })
      .from(auditEntries)
      .where(and(eq(auditEntries.conferenceId, conference.id), eq(auditEntries.subjectId, registrationId)));
    expect(audit).toEqual([{ action: "registration.changed", detail: {} }]);
  });

  test("who waits and changes to a type with room is offered a place at once", async ({ db }) => {
    const conference = await aConference(db, { types: [{ capacity: 0 }, {}] });
    const waiting = await aParticipant(db, conference, { state: "waitlisted" });
    const typeId = conference.types[1]?.id ?? "";
    expect((await changeNow(db, waiting, values(conference, { typeId }))).ok).toBe(true);
    expect(await findMine(db, conference.id, waiting.personId)).toMatchObject({ state: "offered", typeId });
  });

  test("registering again after cancelling starts at the end of the line and keeps one row", async ({
    db,
  }) => {
    const conference = await aConference(db, { capacity: 1 });
    const participant = await aParticipant(db, conference);
    await aRegistration(db, conference, { state: "waitlisted" });
    await cancelRegistration(db, participant);
    const again = await register(db, participant as unknown as Guest, values(conference));
    expect(again).toMatchObject({ ok: true, data: { state: "waitlisted", already: false } });
    const rows = await db
      .select({ state: registrations.state, personId: registrations.personId })
      .from(registrations)
      .where(eq(registrations.conferenceId, conference.id))
      .orderBy(asc(registrations.arrival));
    expect(rows.map(({ state }) => state)).toEqual(["offered", "waitlisted"]);
    expect(rows[1]?.personId).toBe(participant.personId);
  });

  test("who was checked in cannot cancel", async ({ db }) => {
    const conference = await aConference(db);
    const participant = await aParticipant(db, conference, { checkedInAt: new Date("2019-03-20T07:00:00Z") });
    expect(await cancelRegistration(db, participant)).toMatchObject({ code: "not-cancellable" });
  });

  test("an optional consent is given and withdrawn, a needed one stays, a foreign one is not there", async ({
    db,
  }) => {
    const conference = await aConference(db);
    const participant = await aParticipant(db, conference);
    const [optional, needed, foreign] = await Promise.all([
      aConsent(db, conference),
      aConsent(db, conference, { required: true }),
      aConsent(db, await aConference(db)),
    ]);
    const standing = async () =>
      (await listOwnConsents(db, conference.id, participant.registrationId)).find(
        ({ id }) => id === optional.id,
      );
    expect((await chooseConsent(db, participant, optional.version.id, true)).ok).toBe(true);
    expect(await standing()).toMatchObject({ givenAt: conference.clockSetAt, withdrawnAt: null });
    expect((await chooseConsent(db, participant, optional.version.id, false)).ok).toBe(true);
    expect(await standing()).toMatchObject({ withdrawnAt: conference.clockSetAt });
    expect(await chooseConsent(db, participant, needed.version.id, false)).toMatchObject({
      code: "consent-required",
    });
    expect(await chooseConsent(db, participant, foreign.version.id, true)).toMatchObject({
      code: "not-found",
    });
  });
});
