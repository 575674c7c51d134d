import { eq } from "drizzle-orm";
import { auditEntries } from "@/db/schema";
import { listEditions } from "@/lib/conferences/queries";
import { EditionInput } from "@/lib/past-editions/input";
import { addEdition, changeEdition, removeEdition } from "@/lib/past-editions/mutations";
import { asSeen, type EditionFacts } from "@/lib/past-editions/rules";
import { aConference, anOrganiser } from "@/tests/factories";
import { expect, test } from "./test";

const first = { edition: "1", year: "2008", dates: " ", place: "Bucharest", participants: "about 400" };

test("an organiser writes down the past editions; the page lists them by year, and what is not known is empty", async ({
  db,
}) => {
  const conference = await aConference(db);
  const organiser = await anOrganiser(db, conference);
  await addEdition(db, organiser, EditionInput.parse({ ...first, edition: "2", year: "2010" }));
  await addEdition(db, organiser, EditionInput.parse(first));
  const listed = await listEditions(db, conference);
  expect(listed.map(({ id: _, ...facts }) => facts)).toEqual([
    { edition: 1, year: 2008, dates: null, place: "Bucharest", participants: "about 400" },
    { edition: 2, year: 2010, dates: null, place: "Bucharest", participants: "about 400" },
  ]);
  for (const wrong of [{ edition: "" }, { edition: "0" }, { year: "MMVIII" }, { place: "x".repeat(121) }])
    expect(EditionInput.safeParse({ ...first, ...wrong }).success).toBe(false);
});

test("one conference's editions are nobody else's; whoever saves over another's change is told", async ({
  db,
}) => {
  const [ours, theirs] = [await aConference(db), await aConference(db)];
  const organiser = await anOrganiser(db, ours);
  const other = await anOrganiser(db, theirs);
  const made = await addEdition(db, organiser, EditionInput.parse(first));
  const id = made.ok ? made.data : "";
  const seen = async () => asSeen((await listEditions(db, ours))[0] as EditionFacts);
  const place = async (city: string, before: string) =>
    changeEdition(db, organiser, id, EditionInput.parse({ ...first, place: city, seen: before }));
  const old = await seen();
  expect(await changeEdition(db, other, id, EditionInput.parse({ ...first, seen: old }))).toMatchObject({
    code: "not-found",
  });
  expect(await removeEdition(db, other, id)).toMatchObject({ code: "not-found" });
  const both = await Promise.all([place("Sofia", old), place("Vienna", old)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({
    code: "changed-meanwhile",
    values: { seen: await seen() },
  });
  expect((await place("Graz", await seen())).ok).toBe(true);
  expect((await listEditions(db, ours))[0]?.place).toBe("Graz");
  expect((await removeEdition(db, organiser, id)).ok).toBe(true);
  expect(await listEditions(db, ours)).toEqual([]);
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.conferenceId, ours.id));
  expect(entries.map(({ action }) => action)).toEqual([
    "edition.added",
    "edition.changed",
    "edition.changed",
    "edition.removed",
  ]);
});
