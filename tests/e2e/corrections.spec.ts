import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { answers, participantTypes, persons, questions, registrations, sensitiveAnswers } from "@/db/schema";
import { CONFERENCE } from "./public-pages";
import { fitsWidth } from "./support/checks";
import { expect, test } from "./support/test";

const list = `/en/${CONFERENCE}/admin/registrations`;

// The demonstration has earlier editions, too.
const here = sql`${registrations.conferenceId} = (select id from conferences where slug = 'ecc2019')`;

async function find<T>(rows: Promise<T[]>, who: string): Promise<T> {
  const [first] = await rows;
  if (!first) throw new Error(`The demonstration has no ${who}`);
  return first;
}

const typeOf = async (db: Database, id: string) =>
  (await db.select().from(registrations).where(eq(registrations.id, id)))[0]?.typeId;

/** A type with a limit, and it is reached; nobody waits for it, who would have the next place first. */
const fillType = async (db: Database) => {
  const type = await find(
    db
      .select()
      .from(participantTypes)
      .where(sql`${participantTypes.capacity} is not null and conference_id =
        (select id from conferences where slug = 'ecc2019') and not exists (select from registrations
          where type_id = ${participantTypes.id} and state = 'waitlisted')`)
      .orderBy(participantTypes.position),
    "type with a limit for which nobody waits",
  );
  const taken = await db.$count(
    registrations,
    and(eq(registrations.typeId, type.id), sql`state in ('confirmed', 'offered')`),
  );
  await db.update(participantTypes).set({ capacity: taken }).where(eq(participantTypes.id, type.id));
  return { ...type, taken };
};

test("the organiser corrects type and answers; a full type says so and nothing typed is lost", async ({
  page,
  signIn,
  db,
  axe,
}) => {
  await signIn("organiser@example.org");
  const full = await fillType(db);
  const person = await find(
    db
      .select()
      .from(registrations)
      .where(and(here, eq(registrations.state, "confirmed"), ne(registrations.typeId, full.id)))
      .orderBy(registrations.arrival),
    "confirmed participant of another type",
  );
  await page.goto(`${list}/${person.id}/edit`);
  await axe(page);
  await fitsWidth(page, 320);
  await page.getByRole("textbox", { name: "Organisation (optional)" }).fill("Corrected & Sons");
  await page.getByRole("radio", { name: full.name.en }).check();
  await page.getByRole("radio", { name: "15 May", exact: true }).check();
  await page.getByRole("button", { name: "Save the data" }).click();
  await expect(page.getByText("This participant type has no room.").first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Organisation (optional)" })).toHaveValue(
    "Corrected & Sons",
  );
  await expect(page.getByRole("radio", { name: "15 May", exact: true })).toBeChecked();
  expect(await typeOf(db, person.id)).toBe(person.typeId);

  await db
    .update(participantTypes)
    .set({ capacity: full.taken + 1 })
    .where(eq(participantTypes.id, full.id));
  await page.getByRole("button", { name: "Save the data" }).click();
  await expect(page.getByRole("status")).toContainText("The data was saved.");
  await expect(page.getByText("15 May", { exact: true })).toBeVisible();
  await expect(page.getByText("Participant type changed")).toBeVisible();
  await expect(page.getByText(/Data corrected \(organisation, 1 answer\)/)).toBeVisible();
  expect(await typeOf(db, person.id)).toBe(full.id);
});

test("one's own edit keeps a choice that was removed since, and overwrites nobody unseen", async ({
  page,
  visitor,
  signIn,
  db,
  axe,
}) => {
  const chosen = await find(
    db
      .select({ id: registrations.id, email: persons.email, question: questions.id, value: answers.value })
      .from(registrations)
      .innerJoin(persons, eq(persons.id, registrations.personId))
      .innerJoin(answers, eq(answers.registrationId, registrations.id))
      .innerJoin(questions, eq(questions.id, answers.questionId))
      .where(and(here, eq(registrations.state, "confirmed"), eq(questions.kind, "one-of")))
      .orderBy(registrations.arrival),
    "confirmed participant with a choice",
  );
  // The organiser removed it after it was chosen.
  await db.execute(sql`update ${questions} set options = (
    select jsonb_agg(case when option ->> 'value' = ${String(chosen.value)}
      then option || '{"archived": true}' else option end)
    from jsonb_array_elements(options) as option) where id = ${chosen.question}`);
  await signIn(chosen.email);
  await page.goto(`/en/${CONFERENCE}/registration/edit`);
  await expect(page.locator(`input[name="q-${chosen.question}"][value="${chosen.value}"]`)).toBeChecked();
  const organiser = await visitor();
  await signIn("organiser@example.org", organiser);
  await organiser.goto(`${list}/${chosen.id}/edit`);
  await organiser.getByLabel("Organisation (optional)").fill("Theirs Ltd");
  await organiser.getByRole("button", { name: "Save the data" }).click();
  await expect(organiser.getByRole("status")).toContainText("The data was saved.");

  await page.getByLabel("Job title (optional)").fill("Night owl");
  const save = page.locator("form:has([name=version])").getByRole("button");
  await save.click();
  const theirs = page.getByRole("region", { name: "What someone else saved meanwhile" });
  await expect(theirs).toContainText("Theirs Ltd");
  await expect(page.getByLabel("Job title (optional)")).toHaveValue("Night owl");
  await axe(page);
  await fitsWidth(page, 320);
  await page.getByLabel("Organisation (optional)").fill("Theirs Ltd");
  await save.click();
  await page.waitForURL("**/registration?done=changed");
  const [row] = await db.select().from(registrations).where(eq(registrations.id, chosen.id));
  expect(row).toMatchObject({ organisation: "Theirs Ltd", jobTitle: "Night owl" });
  const kept = and(eq(answers.registrationId, chosen.id), eq(answers.questionId, chosen.question));
  expect((await db.select().from(answers).where(kept)).map(({ value }) => value)).toEqual([chosen.value]);
});

test("sensitive answers are corrected only after they were asked for, and the history does not tell them", async ({
  page,
  signIn,
  db,
  axe,
}) => {
  await signIn("organiser@example.org");
  const { id, value } = await find(
    db
      .select({ id: registrations.id, value: sensitiveAnswers.value })
      .from(registrations)
      .innerJoin(sensitiveAnswers, eq(sensitiveAnswers.registrationId, registrations.id))
      .innerJoin(sql`questions`, sql`questions.id = ${sensitiveAnswers.questionId}`)
      .where(and(here, sql`questions.kind in ('text', 'long-text')`)),
    "sensitive answer in words",
  );
  await page.goto(`${list}/${id}/edit`);
  await expect(page.getByText(String(value))).toHaveCount(0);
  await page.getByRole("button", { name: "Show and correct" }).click();
  const field = page.getByLabel("What do you need to take part fully?");
  await expect(field).toHaveValue(String(value));
  await axe(page);
  await field.fill("A seat by the door");
  await page.getByRole("button", { name: "Save these answers" }).click();
  await expect(page.getByRole("status")).toContainText("The data was saved.");
  await expect(page.getByText(/Sensitive answers corrected \(1 answer\)/)).toBeVisible();
  await expect(page.getByText("Sensitive answers read")).toBeVisible();
  await expect(page.getByText("A seat by the door")).toHaveCount(0);
});

test("the type of several is changed after being told for whom there is room, and taken back", async ({
  page,
  signIn,
  db,
  axe,
}) => {
  await signIn("organiser@example.org");
  const full = await fillType(db);
  await db
    .update(participantTypes)
    .set({ capacity: full.taken + 1 })
    .where(eq(participantTypes.id, full.id));
  const people = await db
    .select({ id: registrations.id, typeId: registrations.typeId })
    .from(registrations)
    .innerJoin(participantTypes, eq(participantTypes.id, registrations.typeId))
    .where(and(here, eq(registrations.state, "confirmed"), isNull(participantTypes.capacity)))
    .orderBy(sql`${registrations.arrival} desc`)
    .limit(2);
  const [later, earlier] = people;
  if (!later || !earlier) throw new Error("The demonstration has too few of unlimited types");
  await page.goto(`${list}?state=confirmed`);
  for (const { id } of people) await page.locator(`input[value="${id}"]`).check();
  await page.getByLabel("What", { exact: true }).selectOption({ label: full.name.en });
  await page.getByRole("button", { name: "See what would happen" }).click();
  await expect(page.getByText(`1 registration becomes “${full.name.en}”.`)).toBeVisible();
  await expect(page.getByText(`1 stays as it is: “${full.name.en}” has no room for it.`)).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Change the type of it" }).click();
  await expect(page.getByRole("status")).toContainText("The participant type of 1 registration was changed.");
  await axe(page);
  expect([await typeOf(db, earlier.id), await typeOf(db, later.id)]).toEqual([full.id, later.typeId]);
  await page.getByRole("button", { name: "Undo for 1" }).click();
  await expect(page.getByText(`${full.name.en} → `)).toBeVisible();
  expect(await typeOf(db, earlier.id)).toBe(earlier.typeId);
});

test("who is declined reads why, in the mail and on the own page", async ({
  page,
  visitor,
  signIn,
  mail,
  db,
  axe,
}) => {
  await signIn("organiser@example.org");
  const { id, email } = await find(
    db
      .select({ id: registrations.id, email: persons.email })
      .from(registrations)
      .innerJoin(persons, eq(persons.id, registrations.personId))
      .where(and(here, eq(registrations.state, "pending")))
      .orderBy(registrations.arrival),
    "registration that waits for approval",
  );
  await db.update(registrations).set({ locale: "en" }).where(eq(registrations.id, id));
  await page.goto(`${list}/${id}`);
  await page.getByRole("link", { name: "Decline" }).click();
  await page.getByLabel("Reason, for the person").fill("This year only members can come.");
  await page.getByRole("button", { name: "Decline it" }).click();
  await expect(page.getByRole("status")).toContainText("1 registration was declined.");
  expect((await mail(email)).text).toContain("The organiser writes:\nThis year only members can come.");

  const person = await visitor();
  await signIn(email, person);
  await person.goto(`/en/${CONFERENCE}/registration`);
  await expect(person.getByText("This year only members can come.")).toBeVisible();
  await axe(person);

  await page.getByRole("button", { name: "Undo for 1" }).click();
  await expect(page.getByRole("status")).toContainText("1 cancellation was undone.");
  await person.reload();
  await expect(person.getByText("This year only members can come.")).toHaveCount(0);
});
