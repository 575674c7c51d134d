import { eq } from "drizzle-orm";
import { answers, participantTypes, questions, sensitiveAnswers } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import {
  addParticipantType,
  archiveParticipantType,
  changeParticipantType,
  moveParticipantType,
  removeParticipantType,
} from "@/lib/participant-types/mutations";
import { listParticipantTypes } from "@/lib/participant-types/queries";
import {
  addQuestion,
  archiveQuestion,
  changeQuestion,
  moveQuestion,
  removeQuestion,
} from "@/lib/questions/mutations";
import { findQuestion, listQuestions } from "@/lib/questions/queries";
import type { Question } from "@/lib/questions/rules";
import { aConference, anOrganiser, aParticipantType, aQuestion, aRegistration } from "@/tests/factories";
import { describe, expect, test } from "./test";

type Row = typeof questions.$inferSelect;
const ofForm = (question: Row, change: Partial<Omit<Question, "id" | "options">> = {}) => ({
  version: question.updatedAt,
  edited: [],
  added: [] as string[],
  question: {
    kind: question.kind,
    label: question.label,
    help: question.help,
    required: question.required,
    sensitive: question.sensitive,
    typeIds: question.typeIds,
    ...change,
  },
});
const meals = [
  { value: "meat", label: { en: "Meat" } },
  { value: "fish", label: { en: "Fish" } },
];

describe("a question that has answers", () => {
  test("keeps them when options are renamed and removed", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const question = await aQuestion(db, conference, { kind: "one-of", options: meals });
    const { id: registrationId } = await aRegistration(db, conference);
    await db.insert(answers).values({ registrationId, questionId: question.id, value: "meat" });
    const edited = [
      { value: "meat", label: { en: "Meat, if it must be" }, removed: true, position: 1 },
      { value: "fish", label: { en: "Fish" }, removed: true, position: 2 },
    ];
    const input = { ...ofForm(question), edited, added: ["Vegan"] };
    expect((await changeQuestion(db, organiser, question.id, input)).ok).toBe(true);
    expect((await findQuestion(db, organiser, question.id))?.options).toEqual([
      { value: "meat", label: { en: "Meat, if it must be" }, archived: true },
      { value: "vegan", label: { en: "Vegan" } },
    ]);
    expect(await db.select().from(answers).where(eq(answers.questionId, question.id))).toHaveLength(1);
  });

  test("changes only to a kind that keeps them, and they take its shape", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const question = await aQuestion(db, conference, { kind: "one-of", options: meals });
    const { id: registrationId } = await aRegistration(db, conference);
    await db.insert(answers).values({ registrationId, questionId: question.id, value: "meat" });
    expect(
      await changeQuestion(db, organiser, question.id, ofForm(question, { kind: "yes-no" })),
    ).toMatchObject({ fields: { kind: ["kind-has-answers"] }, params: { answers: 1 } });
    await changeQuestion(db, organiser, question.id, ofForm(question, { kind: "several-of" }));
    const [answer] = await db.select().from(answers).where(eq(answers.questionId, question.id));
    expect(answer?.value).toEqual(["meat"]);
    const number = await aQuestion(db, conference, { kind: "number" });
    await db.insert(answers).values({ registrationId, questionId: number.id, value: 12.5 });
    await changeQuestion(db, organiser, number.id, ofForm(number, { kind: "text" }));
    const [text] = await db.select().from(answers).where(eq(answers.questionId, number.id));
    expect(text?.value).toBe("12.5");
  });

  test("moves them between the tables when it becomes sensitive, and back", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const question = await aQuestion(db, conference);
    const people = await Promise.all([1, 2, 3].map(() => aRegistration(db, conference)));
    await db
      .insert(answers)
      .values(people.map(({ id }) => ({ registrationId: id, questionId: question.id, value: "nuts" })));
    const count = async () => [
      await db.$count(answers, eq(answers.questionId, question.id)),
      await db.$count(sensitiveAnswers, eq(sensitiveAnswers.questionId, question.id)),
    ];
    await changeQuestion(db, organiser, question.id, ofForm(question, { sensitive: true }));
    expect(await count()).toEqual([0, 3]);
    const [changed] = await db.select().from(questions).where(eq(questions.id, question.id));
    if (!changed) throw new Error("The question is gone");
    await changeQuestion(db, organiser, question.id, ofForm(changed, { sensitive: false }));
    expect(await count()).toEqual([3, 0]);
  });

  test("cannot vanish; without answers it can", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const question = await aQuestion(db, conference, { sensitive: true });
    const { id: registrationId } = await aRegistration(db, conference);
    await db.insert(sensitiveAnswers).values({ registrationId, questionId: question.id, value: "x" });
    expect(await removeQuestion(db, organiser, question.id)).toMatchObject({ code: "question-has-answers" });
    await db.delete(sensitiveAnswers).where(eq(sensitiveAnswers.questionId, question.id));
    expect((await removeQuestion(db, organiser, question.id)).ok).toBe(true);
    expect(await listQuestions(db, organiser)).toEqual([]);
  });

  test("tells who saves second", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const question = await aQuestion(db, conference);
    const save = (en: string) =>
      changeQuestion(db, organiser, question.id, ofForm(question, { label: { en } }));
    const results = await Promise.all([save("One?"), save("Two?")]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ code: "changed-meanwhile" });
  });
});

describe("the order", () => {
  test("of questions goes up and down, never out of the list, past archived ones", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const [a, b, c] = [
      await aQuestion(db, conference, { label: { en: "a" } }),
      await aQuestion(db, conference, { label: { en: "b" } }),
      await aQuestion(db, conference, { label: { en: "c" } }),
    ];
    const order = async () => (await listQuestions(db, organiser)).map(({ label }) => label.en).join("");
    await archiveQuestion(db, organiser, b.id, true);
    await moveQuestion(db, organiser, c.id, "up");
    expect(await order()).toBe("cab");
    await moveQuestion(db, organiser, c.id, "up");
    await moveQuestion(db, organiser, a.id, "down");
    expect(await order()).toBe("cab");
    // Forms that are open stay good.
    expect((await changeQuestion(db, organiser, a.id, ofForm(a, { required: true }))).ok).toBe(true);
  });
});

describe("participant types", () => {
  const ofType = (type: { updatedAt: Date }, capacity: number | null, sure = false) => ({
    version: type.updatedAt,
    sure,
    type: { name: { en: "Cluster" }, capacity, needsApproval: false },
  });

  test("in use cannot vanish, and the last one stays", async ({ db }) => {
    const conference = await aConference(db, { types: [{}, {}] });
    const organiser = await anOrganiser(db, conference);
    const [used, free] = conference.types;
    if (!free) throw new Error("The factory made one type only");
    await aRegistration(db, conference, { typeId: used.id, state: "cancelled" });
    expect(await removeParticipantType(db, organiser, used.id)).toMatchObject({ code: "type-in-use" });
    const archived = await Promise.all([
      archiveParticipantType(db, organiser, used.id, true),
      archiveParticipantType(db, organiser, free.id, true),
    ]);
    expect(archived.filter(({ ok }) => ok)).toHaveLength(1);
    expect(archived.find(({ ok }) => !ok)).toMatchObject({ code: "last-type" });
  });

  test("that a question or an invitation names cannot vanish either", async ({ db }) => {
    const conference = await aConference(db, { types: [{}, {}] });
    const organiser = await anOrganiser(db, conference);
    const [, free] = conference.types;
    if (!free) throw new Error("The factory made one type only");
    const question = await aQuestion(db, conference, { typeIds: [free.id] });
    expect(await removeParticipantType(db, organiser, free.id)).toMatchObject({ code: "type-in-use" });
    await removeQuestion(db, organiser, question.id);
    expect((await removeParticipantType(db, organiser, free.id)).ok).toBe(true);
  });

  test("have a limit that asks before it falls below what is taken", async ({ db }) => {
    const conference = await aConference(db, { types: [{ capacity: 5 }] });
    const organiser = await anOrganiser(db, conference);
    const [type] = conference.types;
    await aRegistration(db, conference);
    await aRegistration(db, conference);
    expect((await listParticipantTypes(db, organiser))[0]).toMatchObject({
      registrations: 2,
      taken: 2,
      used: true,
    });
    expect(await changeParticipantType(db, organiser, type.id, ofType(type, 1))).toMatchObject({
      code: "capacity-below-taken",
    });
    expect((await changeParticipantType(db, organiser, type.id, ofType(type, 1, true))).ok).toBe(true);
  });

  test("are added at the end", async ({ db }) => {
    const conference = await aConference(db, { types: [{}, {}] });
    const organiser = await anOrganiser(db, conference);
    await addParticipantType(db, organiser, ofType({ updatedAt: new Date() }, null));
    expect((await listParticipantTypes(db, organiser)).at(-1)?.name).toEqual({ en: "Cluster" });
  });
});

test("ids of another conference are not found, and nothing there changes", async ({ db }) => {
  const [ours, theirs] = [await aConference(db), await aConference(db)];
  const organiser: Organiser = await anOrganiser(db, ours);
  const question = await aQuestion(db, theirs);
  const type = await aParticipantType(db, theirs);
  const input = {
    version: type.updatedAt,
    sure: true,
    type: { name: { en: "X" }, capacity: 0, needsApproval: true },
  };
  const results = [
    await changeQuestion(db, organiser, question.id, ofForm(question, { required: true })),
    await archiveQuestion(db, organiser, question.id, true),
    await removeQuestion(db, organiser, question.id),
    await moveQuestion(db, organiser, question.id, "up"),
    await addQuestion(db, organiser, ofForm(question, { typeIds: [type.id] })),
    await changeParticipantType(db, organiser, type.id, input),
    await archiveParticipantType(db, organiser, type.id, true),
    await removeParticipantType(db, organiser, type.id),
    await moveParticipantType(db, organiser, type.id, "down"),
  ];
  expect(results.map((result) => (result.ok ? "done" : result.code))).toEqual(results.map(() => "not-found"));
  expect(await db.select().from(questions).where(eq(questions.id, question.id))).toEqual([question]);
  expect(await db.select().from(participantTypes).where(eq(participantTypes.id, type.id))).toEqual([type]);
});
