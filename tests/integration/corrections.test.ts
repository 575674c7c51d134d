import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { answers, auditEntries, outbox, registrations, sensitiveAnswers } from "@/db/schema";
import { correctRegistration, correctSensitiveAnswers } from "@/lib/corrections/mutations";
import { questionKey } from "@/lib/questions/rules";
import { changeRegistration } from "@/lib/registration-changes/mutations";
import type { FieldValues } from "@/lib/result";
import {
  aConference,
  anOrganiser,
  aParticipant,
  aQuestion,
  aRegistration,
  type Registration,
} from "@/tests/factories";
import { changeNow, correctNow, correctSensitiveNow, versionNow } from "./support/changes";
import { describe, expect, test } from "./test";

const written = (row: Registration, more: FieldValues = {}): FieldValues => ({
  givenName: row.givenName,
  familyName: row.familyName,
  organisation: row.organisation,
  jobTitle: row.jobTitle,
  country: row.country,
  locale: "en",
  typeId: row.typeId,
  ...more,
});

const entriesOf = async (db: Database, id: string) =>
  (await db.select().from(auditEntries).where(eq(auditEntries.subjectId, id)).orderBy(auditEntries.id)).map(
    ({ action, detail }) => ({ action, detail }),
  );

const rowOf = async (db: Database, id: string) =>
  (await db.select().from(registrations).where(eq(registrations.id, id)))[0];

async function aDesk(db: Database, overrides: Parameters<typeof aConference>[1] = {}) {
  const conference = await aConference(db, overrides);
  return { conference, organiser: await anOrganiser(db, conference) };
}

describe("a correction by the organiser", () => {
  test("names the fields in the audit log, not what stood in them; another conference finds nobody", async ({
    db,
  }) => {
    const { conference, organiser } = await aDesk(db);
    const stranger = await anOrganiser(db, await aConference(db));
    const before = await aRegistration(db, conference, { familyName: "Wrong" });
    const right = written(before, { familyName: "Right" });
    expect(await correctNow(db, stranger, before.id, right)).toMatchObject({ code: "not-found" });
    expect((await correctNow(db, organiser, before.id, right)).ok).toBe(true);
    expect((await rowOf(db, before.id))?.familyName).toBe("Right");
    expect(await entriesOf(db, before.id)).toEqual([
      { action: "registration.corrected", detail: { fields: ["familyName"] } },
    ]);
    // Saved again as it is: nothing to write down.
    await correctNow(db, organiser, before.id, right);
    expect(await entriesOf(db, before.id)).toHaveLength(1);
  });

  test("changes the type where it has room, without moving or writing to anyone", async ({ db }) => {
    const { conference, organiser } = await aDesk(db, {
      types: [{}, { capacity: 1, needsApproval: true }],
    });
    const [, full] = conference.types;
    if (!full) throw new Error("Two types were asked for");
    const one = await aRegistration(db, conference);
    const two = await aRegistration(db, conference);
    const change = (row: Registration) =>
      correctNow(db, organiser, row.id, written(row, { typeId: full.id, givenName: "Ana" }));
    expect((await change(one)).ok).toBe(true);
    expect(await rowOf(db, one.id)).toMatchObject({ typeId: full.id, state: "confirmed", givenName: "Ana" });
    expect(await change(two)).toMatchObject({
      ok: false,
      fields: { typeId: ["type-full-for-one"] },
      values: { givenName: "Ana" },
    });
    // Refused as a whole: the name stays as well.
    expect(await rowOf(db, two.id)).toMatchObject({ typeId: two.typeId, givenName: two.givenName });
    expect(await db.$count(outbox, eq(outbox.conferenceId, conference.id))).toBe(0);
    expect((await entriesOf(db, one.id)).map(({ action }) => action)).toEqual([
      "registration.type-changed",
      "registration.corrected",
    ]);
  });

  test("takes no type of another conference, and none that is archived", async ({ db }) => {
    const { conference, organiser } = await aDesk(db, { types: [{}, { archivedAt: new Date() }] });
    const foreign = (await aConference(db)).types[0].id;
    const row = await aRegistration(db, conference);
    for (const typeId of [foreign, conference.types[1]?.id ?? "", "nothing"])
      expect(await correctNow(db, organiser, row.id, written(row, { typeId }))).toMatchObject({
        fields: { typeId: ["type"] },
      });
  });

  test("changes answers, and the log says how many; required ones may stay empty", async ({ db }) => {
    const { conference, organiser } = await aDesk(db);
    const asked = await aQuestion(db, conference, { required: true });
    const other = await aQuestion(db, conference, { required: true });
    const apart = await aQuestion(db, conference, { sensitive: true });
    const row = await aRegistration(db, conference);
    await db.insert(answers).values({ registrationId: row.id, questionId: asked.id, value: "old secret" });
    await db
      .insert(sensitiveAnswers)
      .values({ registrationId: row.id, questionId: apart.id, value: "vegan" });
    const values = written(row, { [questionKey(asked)]: "new secret", [questionKey(apart)]: "smuggled" });
    expect((await correctNow(db, organiser, row.id, values)).ok).toBe(true);
    const given = await db.select().from(answers).where(eq(answers.registrationId, row.id));
    expect(given.map(({ questionId, value }) => [questionId, value])).toEqual([[asked.id, "new secret"]]);
    const kept = await db.select().from(sensitiveAnswers).where(eq(sensitiveAnswers.registrationId, row.id));
    expect(kept.map(({ value }) => value)).toEqual(["vegan"]);
    const entries = await entriesOf(db, row.id);
    expect(entries).toEqual([{ action: "registration.corrected", detail: { fields: [], answers: 1 } }]);
    expect(JSON.stringify(entries)).not.toContain("secret");
    expect(other.required).toBe(true);
  });

  test("keeps an option that was removed since, of who has chosen it and of nobody else", async ({ db }) => {
    const { conference, organiser } = await aDesk(db);
    const question = await aQuestion(db, conference, {
      kind: "one-of",
      options: [
        { value: "now", label: { en: "Now" } },
        { value: "then", label: { en: "Then" }, archived: true },
      ],
    });
    const chose = await aRegistration(db, conference);
    const not = await aRegistration(db, conference);
    await db.insert(answers).values({ registrationId: chose.id, questionId: question.id, value: "then" });
    const answered = (row: Registration) => written(row, { [questionKey(question)]: "then" });
    expect((await correctNow(db, organiser, chose.id, answered(chose))).ok).toBe(true);
    expect(await correctNow(db, organiser, not.id, answered(not))).toMatchObject({
      fields: { [questionKey(question)]: ["choice"] },
    });
  });
});

describe("a form that was overtaken", () => {
  test("says what the other wrote, keeps what was typed, and is saved when sent again", async ({ db }) => {
    const { conference, organiser } = await aDesk(db);
    const question = await aQuestion(db, conference);
    const untouched = await aQuestion(db, conference);
    const key = questionKey(question);
    const participant = await aParticipant(db, conference);
    const { registration } = participant;
    const opened = await versionNow(db, registration.id);
    const first = written(registration, { organisation: "Theirs", [key]: "their answer" });
    expect((await correctNow(db, organiser, registration.id, first)).ok).toBe(true);
    const mine = written(registration, { jobTitle: "Mine", version: opened, [key]: "my answer" });
    const late = await changeRegistration(db, participant, mine);
    expect(late).toMatchObject({
      code: "changed-meanwhile",
      values: {
        jobTitle: "Mine",
        [key]: "my answer",
        theirs: ["organisation", key],
        "theirs.organisation": "Theirs",
        [`theirs.${key}`]: "their answer",
      },
    });
    expect(await rowOf(db, registration.id)).toMatchObject({ organisation: "Theirs", jobTitle: "" });
    if (late.ok) throw new Error("It was saved");
    expect(await changeRegistration(db, participant, late.values ?? {})).toMatchObject({ ok: true });
    expect(await rowOf(db, registration.id)).toMatchObject({ jobTitle: "Mine" });
    expect(questionKey(untouched) in (late.values ?? {})).toBe(false);
  });

  test("holds an organiser too, in sensitive answers as well; whoever wrote the same is not held", async ({
    db,
  }) => {
    const { conference, organiser } = await aDesk(db);
    const apart = await aQuestion(db, conference, { sensitive: true });
    const participant = await aParticipant(db, conference);
    const { registration } = participant;
    const version = await versionNow(db, registration.id);
    const values = written(registration, { organisation: "New", [questionKey(apart)]: "nuts" });
    expect((await changeNow(db, participant, values)).ok).toBe(true);
    const correct = (more: FieldValues) =>
      correctRegistration(db, organiser, registration.id, written(registration, { version, ...more }));
    expect(await correct({ organisation: "Older" })).toMatchObject({
      code: "changed-meanwhile",
      values: { theirs: ["organisation"] },
    });
    expect(await correct({ organisation: "New", jobTitle: "Added" })).toMatchObject({ ok: true });
    expect(
      await correctSensitiveAnswers(db, organiser, registration.id, {
        version,
        [questionKey(apart)]: "eggs",
      }),
    ).toMatchObject({ code: "changed-meanwhile", values: { theirs: [questionKey(apart)] } });
  });

  test("is not held by what it does not show: a check-in, another place in line", async ({ db }) => {
    const { conference, organiser } = await aDesk(db);
    const row = await aRegistration(db, conference);
    const version = await versionNow(db, row.id);
    await db.update(registrations).set({ checkedInAt: new Date() }).where(eq(registrations.id, row.id));
    const values = written(row, { version, organisation: "New" });
    expect(await correctRegistration(db, organiser, row.id, values)).toMatchObject({ ok: true });
  });
});

describe("a correction of sensitive answers", () => {
  test("keeps them apart and out of the log; another conference reaches nobody", async ({ db }) => {
    const { conference, organiser } = await aDesk(db);
    const stranger = await anOrganiser(db, await aConference(db));
    const diet = await aQuestion(db, conference, { sensitive: true });
    const plain = await aQuestion(db, conference);
    const row = await aRegistration(db, conference);
    await db.insert(sensitiveAnswers).values({ registrationId: row.id, questionId: diet.id, value: "vegan" });
    const values = { [questionKey(diet)]: "kosher", [questionKey(plain)]: "smuggled" };
    expect(await correctSensitiveNow(db, stranger, row.id, values)).toMatchObject({ code: "not-found" });
    expect((await correctSensitiveNow(db, organiser, row.id, values)).ok).toBe(true);
    const kept = await db.select().from(sensitiveAnswers).where(eq(sensitiveAnswers.registrationId, row.id));
    expect(kept.map(({ value }) => value)).toEqual(["kosher"]);
    expect(await db.$count(answers, eq(answers.registrationId, row.id))).toBe(0);
    expect(await entriesOf(db, row.id)).toEqual([
      { action: "registration.sensitive-answers-corrected", detail: { answers: 1 } },
    ]);
  });

  test("leaves answers to questions of other types as they are", async ({ db }) => {
    const { conference, organiser } = await aDesk(db, { types: [{}, {}] });
    const elsewhere = await aQuestion(db, conference, {
      sensitive: true,
      typeIds: [conference.types[1]?.id ?? ""],
    });
    const row = await aRegistration(db, conference);
    await db
      .insert(sensitiveAnswers)
      .values({ registrationId: row.id, questionId: elsewhere.id, value: "halal" });
    expect((await correctSensitiveNow(db, organiser, row.id, {})).ok).toBe(true);
    expect(await db.$count(sensitiveAnswers, eq(sensitiveAnswers.registrationId, row.id))).toBe(1);
  });
});
