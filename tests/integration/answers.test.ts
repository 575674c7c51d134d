import { eq, is, sql } from "drizzle-orm";
import { getTableConfig, PgJsonb, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import * as schema from "@/db/schema";
import { answers, conferences, questions, sensitiveAnswers } from "@/db/schema";
import { writeAnswers } from "@/lib/answers/mutations";
import { changeQuestion } from "@/lib/questions/mutations";
import { register } from "@/lib/registrations/mutations";
import { findMine } from "@/lib/registrations/queries";
import {
  type AConference,
  aConference,
  aGuest,
  anOrganiser,
  aParticipant,
  aQuestion,
  aRegistration,
} from "@/tests/factories";
import { changeNow } from "./support/changes";
import { describe, expect, test } from "./test";

const values = (conference: AConference, more: Record<string, string | string[]>) => ({
  typeId: conference.types[0].id,
  givenName: "Ana",
  familyName: "Pop",
  country: "RO",
  ...more,
});

/** Until another connection waits for a lock. */
async function someoneWaits(db: Database) {
  for (let turn = 0; turn < 200; turn++) {
    const [row] = await db.execute<{ waiting: number }>(sql`select count(*)::int as waiting
      from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (row?.waiting) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("Nobody waits for a lock");
}

const makeSensitive = (question: typeof questions.$inferSelect, sensitive = true) => ({
  version: question.updatedAt,
  edited: [],
  added: [],
  question: {
    kind: question.kind,
    label: question.label,
    help: question.help,
    required: question.required,
    sensitive,
    typeIds: question.typeIds,
  },
});

const where = async (db: Database, questionId: string) => ({
  plain: await db.$count(answers, eq(answers.questionId, questionId)),
  apart: await db.$count(sensitiveAnswers, eq(sensitiveAnswers.questionId, questionId)),
});

describe("an answer whose question is made sensitive meanwhile lies apart", () => {
  test("when the form was read before", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const question = await aQuestion(db, conference);
    const guest = await aGuest(db, conference);
    const registering = await db.transaction(async (tx) => {
      await tx
        .select({ id: conferences.id })
        .from(conferences)
        .where(eq(conferences.id, conference.id))
        .for("no key update");
      const begun = register(db, guest, values(conference, { [`q-${question.id}`]: "nuts" }));
      await someoneWaits(db);
      expect((await changeQuestion(db, organiser, question.id, makeSensitive(question))).ok).toBe(true);
      return { begun };
    });
    expect((await registering.begun).ok).toBe(true);
    expect(await where(db, question.id)).toEqual({ plain: 0, apart: 1 });
  });

  test("when the change ends while the answer waits for it", async ({ db }) => {
    const conference = await aConference(db);
    const question = await aQuestion(db, conference);
    const kept = await aQuestion(db, conference);
    const { id } = await aRegistration(db, conference);
    const given = [question, kept].map((one) => ({ registrationId: id, questionId: one.id, value: "nuts" }));
    const writing = await db.transaction(async (tx) => {
      await tx.select().from(questions).where(eq(questions.id, question.id)).for("update");
      await tx.update(questions).set({ sensitive: true }).where(eq(questions.id, question.id));
      const begun = db.transaction((other) => Promise.all(writeAnswers(other, given)));
      await someoneWaits(db);
      return { begun };
    });
    await writing.begun;
    expect(await where(db, question.id)).toEqual({ plain: 0, apart: 1 });
    expect(await where(db, kept.id)).toEqual({ plain: 1, apart: 0 });
  });

  test("once, however often questions and registrations change at once", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const question = await aQuestion(db, conference);
    const participants = await Promise.all([1, 2, 3].map(() => aParticipant(db, conference)));
    for (let turn = 0; turn < 6; turn++) {
      const [now] = await db.select().from(questions).where(eq(questions.id, question.id));
      if (!now) throw new Error("The question is gone");
      const results = await Promise.all([
        ...participants.map((one) =>
          changeNow(db, one, values(conference, { [`q-${question.id}`]: `nuts ${turn}` })),
        ),
        changeQuestion(db, organiser, question.id, makeSensitive(now, !now.sensitive)),
      ]);
      expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true]);
      const three = now.sensitive ? { plain: 3, apart: 0 } : { plain: 0, apart: 3 };
      expect(await where(db, question.id)).toEqual(three);
    }
  });
});

describe("an answer that one's own edit does not touch stays", () => {
  const options = [
    { value: "now", label: { en: "Now" } },
    { value: "then", label: { en: "Then" }, archived: true },
  ];
  const kinds = [
    { kind: "one-of", sensitive: false, chosen: "then" },
    { kind: "one-of", sensitive: true, chosen: "then" },
    { kind: "several-of", sensitive: false, chosen: ["now", "then"] },
  ] as const;

  for (const { kind, sensitive, chosen } of kinds)
    test(`when its option was removed since: ${kind}${sensitive ? ", sensitive" : ""}`, async ({ db }) => {
      const conference = await aConference(db);
      const question = await aQuestion(db, conference, { kind, sensitive, options, required: true });
      const table = sensitive ? sensitiveAnswers : answers;
      const one = await aParticipant(db, conference);
      const value = typeof chosen === "string" ? chosen : [...chosen];
      await db.insert(table).values({ registrationId: one.registrationId, questionId: question.id, value });
      const own = { [`q-${question.id}`]: value };
      expect(await changeNow(db, one, values(conference, own))).toMatchObject({ ok: true });
      const kept = await db.select().from(table).where(eq(table.registrationId, one.registrationId));
      expect(kept.map((row) => row.value)).toEqual([value]);
      // Of nobody else.
      const other = await aParticipant(db, conference);
      expect(await changeNow(db, other, values(conference, own))).toMatchObject({
        fields: { [`q-${question.id}`]: ["choice"] },
      });
    });

  test("when its question is asked of another type since", async ({ db }) => {
    const conference = await aConference(db, { types: [{}, {}] });
    const question = await aQuestion(db, conference, { typeIds: [conference.types[1]?.id ?? ""] });
    const one = await aParticipant(db, conference);
    const { registrationId } = one;
    await db.insert(answers).values({ registrationId, questionId: question.id, value: "kept" });
    expect(await changeNow(db, one, values(conference, {}))).toMatchObject({ ok: true });
    expect(await where(db, question.id)).toEqual({ plain: 1, apart: 0 });
  });
});

describe("an answer comes back as it was typed", () => {
  const texts = ["12.5", "007", "1e3", "true", "null", "[1]", '{"a":1}', '"quoted"', "{}", "-", "Ünï 🎪"];
  for (const sensitive of [false, true])
    test(sensitive ? "from the table apart" : "from the table of answers", async ({ db }) => {
      const conference = await aConference(db);
      const asked = await Promise.all(texts.map(() => aQuestion(db, conference, { sensitive })));
      const typed = Object.fromEntries(asked.map(({ id }, at) => [`q-${id}`, texts[at] ?? ""]));
      const guest = await aGuest(db, conference);
      const made = await register(db, guest, values(conference, typed));
      if (!made.ok) throw new Error(made.code);
      const table = sensitive ? sensitiveAnswers : answers;
      const rows = await db.select().from(table).where(eq(table.registrationId, made.data.id));
      const read = new Map(rows.map(({ questionId, value }) => [questionId, value]));
      expect(asked.map(({ id }) => read.get(id))).toEqual(texts);
      const mine = await findMine(db, conference.id, guest.personId);
      expect(mine?.answers.map(({ value }) => value)).toEqual(expect.arrayContaining(texts));
    });

  test("and a number stays a number, a choice a list, a yes or no what it is", async ({ db }) => {
    const conference = await aConference(db);
    const options = [1, 2].map((n) => ({ value: `${n}`, label: { en: `${n}` } }));
    const asked = [
      { question: await aQuestion(db, conference, { kind: "number" }), typed: "12.5", kept: 12.5 },
      { question: await aQuestion(db, conference, { kind: "yes-no" }), typed: "yes", kept: true },
      {
        question: await aQuestion(db, conference, { kind: "several-of", options }),
        typed: ["1", "2"],
        kept: ["1", "2"],
      },
      { question: await aQuestion(db, conference, { kind: "one-of", options }), typed: "2", kept: "2" },
    ];
    const typed = Object.fromEntries(asked.map(({ question, typed }) => [`q-${question.id}`, typed]));
    const made = await register(db, await aGuest(db, conference), values(conference, typed));
    if (!made.ok) throw new Error(made.code);
    const rows = await db.select().from(answers).where(eq(answers.registrationId, made.data.id));
    const read = new Map(rows.map(({ questionId, value }) => [questionId, value]));
    expect(asked.map(({ question }) => read.get(question.id))).toEqual(asked.map(({ kept }) => kept));
  });

  test("because no table has a column of the kind that reads JSON twice", () => {
    const tables = Object.values(schema).filter((one) => is(one, PgTable));
    const twice = tables.flatMap((table) => {
      const { name, columns } = getTableConfig(table);
      return columns.filter((column) => is(column, PgJsonb)).map((column) => `${name}.${column.name}`);
    });
    expect(tables.length).toBeGreaterThan(20);
    expect(twice).toEqual([]);
  });
});
