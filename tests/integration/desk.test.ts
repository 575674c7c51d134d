import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { answers, auditEntries, outbox, registrations, sensitiveAnswers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import { searchAudit } from "@/lib/audit/queries";
import { readAuditSearch } from "@/lib/audit/rules";
import type { MoveRequest } from "@/lib/bulk-actions/input";
import { findMoveMoment, listMoved, previewMove } from "@/lib/bulk-actions/queries";
import { approve, cancelByOrganiser } from "@/lib/decisions/mutations";
import { readSensitiveAnswers, resendConfirmation } from "@/lib/dossiers/mutations";
import { findDossier } from "@/lib/dossiers/queries";
import { exportBatches } from "@/lib/exports/queries";
import { retryMails } from "@/lib/outbox/mutations";
import { findMail, listMails } from "@/lib/outbox/queries";
import { readOutboxView } from "@/lib/outbox/rules";
import { findFigures, findOverviewFacts } from "@/lib/overview/queries";
import { readFilter } from "@/lib/registration-filters/rules";
import { countByState, listRegistrations } from "@/lib/registration-list/queries";
import { readView } from "@/lib/registration-list/rules";
import { othersThanShown, wordForIds } from "@/lib/shown";
import { reinstate } from "@/lib/undos/mutations";
import { listWaiting } from "@/lib/waiting-list/queries";
import {
  type AConference,
  aConference,
  anOrganiser,
  aPerson,
  aQuestion,
  aRegistration,
} from "@/tests/factories";
import { describe, expect, test } from "./test";

const now = new Date("2019-03-20T08:00:00Z");

/** A conference with an organiser, and another one with someone who would fit every filter. */
async function aDesk(db: Database, overrides: Parameters<typeof aConference>[1] = {}) {
  const conference = await aConference(db, overrides);
  const organiser = await anOrganiser(db, conference);
  const other = await aConference(db);
  const stranger = await aRegistration(db, other, {
    givenName: "Ștefan",
    familyName: "Țăranu",
    country: "RO",
  });
  return { conference, organiser, other, stranger, otherOrganiser: await anOrganiser(db, other) };
}

const names = async (db: Database, organiser: Parameters<typeof listRegistrations>[1], params: object) =>
  (await listRegistrations(db, organiser, readView(params as Record<string, string>))).rows.map(
    ({ familyName }) => familyName,
  );

async function someone(db: Database, conference: AConference, familyName: string, more: object = {}) {
  return aRegistration(db, conference, { givenName: "Ana", familyName, organisation: "Cluj IT", ...more });
}

describe("the list of registrations", () => {
  test("finds names, organisations and addresses, whatever the accents and capitals", async ({ db }) => {
    const { conference, organiser } = await aDesk(db);
    await someone(db, conference, "Țăranu", { organisation: "Übergröße Łódź" });
    await someone(db, conference, "Popescu", {
      person: await aPerson(db, { email: "a_b%c@taranu.example" }),
    });
    await someone(db, conference, "Ionescu");
    expect((await names(db, organiser, { q: "TARANU" })).sort()).toEqual(["Popescu", "Țăranu"]);
    expect(await names(db, organiser, { q: "țar lodz" })).toEqual(["Țăranu"]);
    expect(await names(db, organiser, { q: "ubergrosse" })).toEqual(["Țăranu"]);
    const { rows, counts } = await listRegistrations(
      db,
      organiser,
      readView({ q: "taranu", state: "pending" }),
    );
    expect([rows.length, counts.confirmed, counts.pending]).toEqual([0, 2, 0]);
    // What LIKE would take for wildcards is text.
    expect(await names(db, organiser, { q: "a_b%c@" })).toEqual(["Popescu"]);
    expect(await names(db, organiser, { q: "%" })).toEqual(["Popescu"]);
    expect(await names(db, organiser, { q: "\\" })).toEqual([]);
  });

  test("filters by state, type, country, answer and check-in, and never leaves the conference", async ({
    db,
  }) => {
    const { conference, organiser, stranger, other } = await aDesk(db, { types: [{}, {}] });
    const question = await aQuestion(db, conference, { kind: "several-of" });
    const yesNo = await aQuestion(db, conference, { kind: "yes-no" });
    const second = conference.types[1]?.id ?? "";
    const a = await someone(db, conference, "A", { country: "RO", checkedInAt: now });
    await someone(db, conference, "B", { country: "FR", typeId: second });
    await someone(db, conference, "C", { state: "pending", country: "RO" });
    await db.insert(answers).values([
      { registrationId: a.id, questionId: question.id, value: ["x", "y"] },
      { registrationId: a.id, questionId: yesNo.id, value: true },
    ]);
    expect(await names(db, organiser, { state: "pending" })).toEqual(["C"]);
    expect(await names(db, organiser, { type: second })).toEqual(["B"]);
    expect((await names(db, organiser, { country: "RO" })).sort()).toEqual(["A", "C"]);
    expect(await names(db, organiser, { checked: "yes" })).toEqual(["A"]);
    expect((await names(db, organiser, { checked: "no" })).sort()).toEqual(["B", "C"]);
    expect(await names(db, organiser, { answer: `${question.id}:y` })).toEqual(["A"]);
    expect(await names(db, organiser, { answer: `${question.id}:z` })).toEqual([]);
    expect(await names(db, organiser, { answer: `${yesNo.id}:true` })).toEqual(["A"]);
    expect(await names(db, organiser, { answer: `${yesNo.id}:false` })).toEqual([]);
    expect(await names(db, organiser, { q: stranger.familyName })).toEqual([]);
    expect(await names(db, organiser, { type: other.types[0].id })).toEqual([]);
    expect(await countByState(db, organiser, readFilter({}))).toMatchObject({
      confirmed: 2,
      pending: 1,
    });
  });

  test.for(["", "cluj"])("sorts, and no row is on two pages (%s)", async (q, { db }) => {
    const { conference, organiser } = await aDesk(db);
    for (let index = 0; index < 60; index++) await someone(db, conference, `N${String(index % 7)}`);
    const seen = new Set<string>();
    for (const page of ["1", "2", "3"]) {
      const { rows } = await listRegistrations(
        db,
        organiser,
        readView({ sort: "name", size: "25", page, q }),
      );
      expect(rows.map(({ familyName }) => familyName)).toEqual(
        rows.map(({ familyName }) => familyName).sort(),
      );
      for (const { id } of rows) seen.add(id);
    }
    expect(seen.size).toBe(60);
  });

  test("the waiting list stands in order of arrival with its places in line", async ({ db }) => {
    const { conference, organiser } = await aDesk(db);
    for (const name of ["first", "second", "third"])
      await someone(db, conference, name, { state: "waitlisted" });
    const { waiting } = await listWaiting(db, organiser, 2, 2);
    expect(waiting.map(({ familyName, position }) => [familyName, position])).toEqual([["third", 3]]);
  });
});

describe("moving many", () => {
  test("says whom it applies to, and moves exactly those", async ({ db }) => {
    const { conference, organiser, stranger } = await aDesk(db, { capacity: 2 });
    await someone(db, conference, "Confirmed");
    for (const name of ["P1", "P2"]) await someone(db, conference, name, { state: "pending" });
    const request = { move: "approve", scope: "all", filter: readFilter({}) } as const;
    const preview = await previewMove(db, organiser, request);
    expect(preview.now.map(({ familyName }) => familyName)).toEqual(["P1", "P2"]);
    expect(preview.withPlace).toBe(1);
    expect(preview.notApplicable).toEqual([{ state: "confirmed", count: 1 }]);
    const foreign: MoveRequest = { move: "cancel", scope: "chosen", ids: [stranger.id] };
    expect((await previewMove(db, organiser, foreign)).now).toEqual([]);
    const done = await approve(
      db,
      organiser,
      preview.now.map(({ id }) => id),
    );
    expect(done.ok).toBe(true);
    expect(await countByState(db, organiser, request.filter)).toMatchObject({ confirmed: 2, waitlisted: 1 });
  });

  test("is refused when as many others would be moved as were shown", async ({ db }) => {
    const { conference, organiser } = await aDesk(db);
    const seen = await someone(db, conference, "Seen", { state: "pending" });
    await someone(db, conference, "Stays", { state: "pending" });
    const request = { move: "decline", scope: "all", filter: readFilter({}) } as const;
    const ids = async () => (await previewMove(db, organiser, request)).now.map(({ id }) => id);
    const shown = await ids();
    const form = new FormData();
    form.set("expected", String(shown.length));
    form.set("shown", wordForIds(shown));
    form.set("reason", "No room");
    expect(othersThanShown(form, (await ids()).reverse())).toBeUndefined();
    await approve(db, organiser, [seen.id]);
    expect(othersThanShown(form, await ids())).toMatchObject({
      code: "count-changed",
      params: { expected: 2, count: 1 },
      values: { reason: "No room" },
    });
    await someone(db, conference, "Unseen", { state: "pending" });
    expect(othersThanShown(form, await ids())).toMatchObject({ code: "people-changed" });
    form.delete("shown");
    expect(othersThanShown(form, shown)?.ok).toBe(false);
  });

  test("nobody chosen means nobody, not everybody", async ({ db }) => {
    const { conference, organiser } = await aDesk(db);
    await someone(db, conference, "A");
    expect((await previewMove(db, organiser, { move: "cancel", scope: "chosen", ids: [] })).now).toEqual([]);
  });

  test("one go can be found again by its moment, and be undone; another organiser's cannot", async ({
    db,
  }) => {
    const { conference, organiser, otherOrganiser } = await aDesk(db);
    const colleague = await anOrganiser(db, conference);
    const ids: string[] = [];
    for (const name of ["A", "B"]) ids.push((await someone(db, conference, name)).id);
    const alone = await someone(db, conference, "C");
    const done = await cancelByOrganiser(db, organiser, ids);
    await cancelByOrganiser(db, organiser, [alone.id]);
    if (!done.ok) throw new Error(done.code);
    const at = await findMoveMoment(db, organiser, "cancel", done.data.ids);
    if (!at) throw new Error("No moment was written down");
    const moved = await listMoved(db, organiser, "cancel", at);
    expect(moved.map(({ familyName }) => familyName)).toEqual(["A", "B"]);
    expect(await listMoved(db, colleague, "cancel", at)).toEqual([]);
    expect(await listMoved(db, otherOrganiser, "cancel", at)).toEqual([]);
    await reinstate(
      db,
      organiser,
      moved.map(({ id }) => id),
    );
    expect(await countByState(db, organiser, readFilter({}))).toMatchObject({
      confirmed: 2,
      cancelled: 1,
    });
  });
});

describe("a participant's page", () => {
  test("is not there for another conference, nor for what is no id", async ({ db }) => {
    const { conference, organiser, stranger, otherOrganiser } = await aDesk(db);
    const { id } = await someone(db, conference, "A");
    expect((await findDossier(db, organiser, id))?.registration.familyName).toBe("A");
    expect(await findDossier(db, otherOrganiser, id)).toBeUndefined();
    expect(await findDossier(db, organiser, stranger.id)).toBeUndefined();
    expect(await findDossier(db, organiser, "' or 1=1")).toBeUndefined();
  });

  test("gives sensitive answers only with an audit entry", async ({ db }) => {
    const { conference, organiser, otherOrganiser } = await aDesk(db);
    const question = await aQuestion(db, conference, { sensitive: true });
    const { id } = await someone(db, conference, "A");
    await db.insert(sensitiveAnswers).values({ registrationId: id, questionId: question.id, value: "vegan" });
    const dossier = await findDossier(db, organiser, id);
    expect(dossier?.sensitive).toBe(1);
    expect(JSON.stringify(dossier)).not.toContain("vegan");
    expect(await readSensitiveAnswers(db, otherOrganiser, id)).toMatchObject({
      ok: false,
      code: "not-found",
    });
    const shown = await readSensitiveAnswers(db, organiser, id);
    expect(shown.ok && shown.data.map(({ value }) => value)).toEqual(["vegan"]);
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, id));
    expect(entries.map(({ action, actorNumber }) => [action, actorNumber])).toEqual([
      ["registration.sensitive-answers-read", organiser.number],
    ]);
  });

  test("sends the ticket again to who is confirmed, and to nobody else", async ({ db }) => {
    const { conference, organiser } = await aDesk(db);
    const confirmed = await someone(db, conference, "A");
    const waiting = await someone(db, conference, "B", { state: "waitlisted" });
    expect((await resendConfirmation(db, organiser, confirmed.id)).ok).toBe(true);
    expect(await resendConfirmation(db, organiser, waiting.id)).toMatchObject({ code: "not-confirmed" });
    const mails = await db.select().from(outbox).where(eq(outbox.conferenceId, conference.id));
    expect(mails.map(({ recipient }) => recipient)).toEqual([confirmed.person.email]);
  });
});

describe("the export", () => {
  const all = async (
    db: Database,
    organiser: Parameters<typeof exportBatches>[1],
    params: object,
    apart = false,
  ) => {
    const rows = [];
    for await (const batch of exportBatches(
      db,
      organiser,
      readFilter(params as Record<string, string>),
      apart,
      4,
    ))
      rows.push(...batch);
    return rows;
  };

  test("holds what the filter finds, each once over several batches, with times of the conference", async ({
    db,
  }) => {
    const { conference, organiser } = await aDesk(db);
    const { id: typeId } = conference.types[0];
    const people = await Promise.all(Array.from({ length: 12 }, () => aPerson(db)));
    await db.insert(registrations).values(
      people.map((person, index) => ({
        conferenceId: conference.id,
        personId: person.id,
        typeId,
        state: "waitlisted" as const,
        givenName: "G",
        familyName: `F${index}`,
        country: index % 2 ? "RO" : "FR",
        registeredAt: new Date("2019-03-01T22:30:00Z"),
      })),
    );
    const rows = await all(db, organiser, { country: "RO" });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(6);
    expect(rows.every(({ country }) => country === "RO")).toBe(true);
    // 22:30 in UTC is past midnight in Bucharest.
    expect(rows[0]?.registeredAt).toBe("2019-03-02 00:30");
  });

  test("lists who registers again meanwhile once, reached before or not, and whoever is new", async ({
    db,
  }) => {
    const { conference, organiser } = await aDesk(db);
    const people = [];
    for (const name of ["A", "B", "C", "D", "E", "F"]) people.push(await someone(db, conference, name));
    const [first, , , , , last] = people;
    if (!first || !last) throw new Error("Six were made");
    const names: string[] = [];
    let batches = 0;
    for await (const batch of exportBatches(db, organiser, readFilter({}), false, 2)) {
      names.push(...batch.map(({ familyName }) => familyName));
      batches += 1;
      if (batches === 1)
        for (const { id } of [first, last])
          await db
            .update(registrations)
            .set({ arrival: sql`nextval('registrations_arrival_seq')` })
            .where(eq(registrations.id, id));
    }
    expect(names.sort()).toEqual(["A", "B", "C", "D", "E", "F"]);
  });

  test("holds sensitive answers only when they are asked for, and nobody of another conference", async ({
    db,
  }) => {
    const { conference, organiser, stranger } = await aDesk(db);
    const apart = await aQuestion(db, conference, { sensitive: true });
    const plain = await aQuestion(db, conference);
    const { id } = await someone(db, conference, "A");
    await db.insert(sensitiveAnswers).values({ registrationId: id, questionId: apart.id, value: "halal" });
    await db.insert(answers).values({ registrationId: id, questionId: plain.id, value: "=1+1" });
    const [without] = await all(db, organiser, {});
    expect([...(without?.answers ?? [])]).toEqual([[plain.id, "=1+1"]]);
    const [withThem] = await all(db, organiser, {}, true);
    expect(withThem?.answers.get(apart.id)).toBe("halal");
    expect((await all(db, organiser, {})).map((row) => row.id)).not.toContain(stranger.id);
  });
});

describe("the audit log", () => {
  test("is searched by text, action, person and day of the conference, and shows one conference", async ({
    db,
  }) => {
    const { conference, organiser, other } = await aDesk(db);
    const { id, person } = await someone(db, conference, "A");
    const write = (action: string, conferenceId: string, actor = organiser.number) =>
      recordAudit(db, {
        actor: { number: actor, network: "127.0.0.0/24" },
        conferenceId,
        action,
        subject: "registration",
        subjectId: id,
        detail: { to: "cancelled" },
      });
    await write("registration.cancelled", conference.id);
    await write("clock.moved", conference.id, person.number);
    await write("registration.cancelled", other.id);
    const found = async (params: Record<string, string>) =>
      (await searchAudit(db, organiser, readAuditSearch(params))).entries.map(({ action }) => action);
    expect(await found({})).toEqual(["clock.moved", "registration.cancelled"]);
    expect(await found({ action: "clock.moved" })).toEqual(["clock.moved"]);
    expect(await found({ action: "registration" })).toEqual(["registration.cancelled"]);
    expect(await found({ q: "CLOCK" })).toEqual(["clock.moved"]);
    expect(await found({ q: "%" })).toEqual([]);
    expect(await found({ person: String(organiser.number) })).toEqual(["registration.cancelled"]);
    // By address: what someone did and what was done to their registration.
    expect(await found({ person: person.email })).toEqual(["clock.moved", "registration.cancelled"]);
    expect(await found({ person: "nobody@example.com" })).toEqual([]);
    expect(await found({ to: "2019-01-01" })).toEqual([]);
    expect(await found({ from: "2019-01-01" })).toHaveLength(2);
  });
});

describe("the outbox", () => {
  test("shows one conference, and sends failed mails again, only those", async ({ db }) => {
    const { conference, organiser, otherOrganiser } = await aDesk(db);
    const mail = (state: "failed" | "sent", subject: string) => ({
      conferenceId: conference.id,
      kind: "test",
      recipient: "ana@example.com",
      locale: "en",
      subject,
      text: "Text",
      html: "<p>Text</p>",
      state,
      error: state === "failed" ? "refused" : null,
      attempts: 3,
    });
    const [failed, sent] = await db
      .insert(outbox)
      .values([mail("failed", "Țara"), mail("sent", "Other")])
      .returning();
    if (!failed || !sent) throw new Error("The mails were not written");
    const subjects = async (params: Record<string, string>) =>
      (await listMails(db, organiser, readOutboxView(params))).map(({ subject }) => subject);
    expect(await subjects({ q: "tara" })).toEqual(["Țara"]);
    expect(await subjects({ state: "sent" })).toEqual(["Other"]);
    expect(await findMail(db, otherOrganiser, failed.id)).toBeUndefined();
    expect(await retryMails(db, otherOrganiser, "all")).toMatchObject({ code: "nothing-failed" });
    expect(await retryMails(db, organiser, sent.id)).toMatchObject({ code: "nothing-failed" });
    expect(await retryMails(db, organiser, "all")).toEqual({ ok: true, data: 1 });
    expect(await retryMails(db, organiser, failed.id)).toMatchObject({ code: "nothing-failed" });
    expect(await findMail(db, organiser, failed.id)).toMatchObject({
      state: "queued",
      attempts: 0,
      error: null,
    });
  });
});

test("the overview counts its own conference, in the conference's days", async ({ db }) => {
  const { conference, organiser } = await aDesk(db, { types: [{ capacity: 1 }] });
  await someone(db, conference, "A", { registeredAt: new Date("2019-03-01T22:30:00Z") });
  await someone(db, conference, "B", { state: "pending", registeredAt: new Date("2019-03-03T08:00:00Z") });
  await someone(db, conference, "C", { state: "waitlisted", registeredAt: new Date("2019-03-03T09:00:00Z") });
  const facts = await findOverviewFacts(db, organiser, now);
  expect(facts).toMatchObject({
    pending: { count: 1, since: new Date("2019-03-03T08:00:00Z") },
    types: [{ capacity: 1, left: 0, waiting: 1 }],
    withoutSecondFactor: 1,
    consents: 0,
    contact: false,
  });
  const { byDay, byType, byCountry } = await findFigures(db, organiser);
  expect(byDay).toEqual([
    { day: "2019-03-02", count: 1 },
    { day: "2019-03-03", count: 2 },
  ]);
  expect(byType).toMatchObject([{ taken: 1, waiting: 1 }]);
  expect(byCountry.reduce((sum, { count }) => sum + count, 0)).toBe(1);
});
