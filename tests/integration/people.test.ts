import { roles } from "@/db/schema";
import { findStanding } from "@/lib/people/queries";
import { aConference, aPerson, aRegistration, asPerson } from "@/tests/factories";
import { expect, test } from "./test";

test("the header knows who is registered and who organises, here and not elsewhere", async ({ db }) => {
  const [here, elsewhere] = [await aConference(db), await aConference(db)];
  const participant = await aRegistration(db, here);
  const gone = await aRegistration(db, here, { state: "cancelled" });
  const organiser = await aPerson(db);
  const helper = await aPerson(db);
  await db.insert(roles).values([
    { conferenceId: here.id, personId: organiser.id, role: "organiser" },
    { conferenceId: here.id, personId: helper.id, role: "staff" },
  ]);
  const standing = async (person: Parameters<typeof asPerson>[1], slug = here.slug) => {
    const { registered, organiser } = await findStanding(db, await asPerson(db, person), slug);
    return { registered, organiser };
  };
  expect(await standing(participant.person)).toEqual({ registered: true, organiser: false });
  expect(await standing(participant.person, elsewhere.slug)).toEqual({ registered: false, organiser: false });
  expect(await standing(gone.person)).toEqual({ registered: false, organiser: false });
  expect(await standing(organiser)).toEqual({ registered: false, organiser: true });
  expect(await standing(organiser, elsewhere.slug)).toEqual({ registered: false, organiser: false });
  expect(await standing(helper)).toEqual({ registered: false, organiser: false });
  expect(await standing(organiser, "no-such-conference")).toEqual({ registered: false, organiser: false });
});
