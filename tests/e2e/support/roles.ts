import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conferences, roles as heldRoles, persons } from "@/db/schema";
import type { Role } from "@/tests/access/rules";
import { aConference, aPerson, aSession } from "@/tests/factories";

/** A session cookie for each role at the demonstration conference, and the slug of the stranger's own one. */
export async function peopleByRole(
  db: Database,
): Promise<{ cookies: Record<Role, string>; elsewhere: string }> {
  const [conference] = await db.select().from(conferences).where(eq(conferences.slug, "ecc2019"));
  if (!conference) throw new Error("The demonstration is not there");
  const elsewhere = await aConference(db);
  const known = async (email: string) => {
    const [person] = await db.select({ id: persons.id }).from(persons).where(eq(persons.email, email));
    if (!person) throw new Error(`${email} has no account`);
    return person;
  };
  const holding = async (role: "host" | "staff" | "organiser", conferenceId: string) => {
    const person = await aPerson(db);
    await db.insert(heldRoles).values({ conferenceId, personId: person.id, role });
    return person;
  };
  const people: Record<Exclude<Role, "visitor">, { id: string }> = {
    newcomer: await aPerson(db),
    participant: await known("participant@example.org"),
    host: await holding("host", conference.id),
    staff: await holding("staff", conference.id),
    stranger: await holding("organiser", elsewhere.id),
    organiser: await holding("organiser", conference.id),
    owner: await known("owner@example.org"),
  };
  const cookies: Partial<Record<Role, string>> = { visitor: "" };
  for (const [role, person] of Object.entries(people)) {
    cookies[role as Role] = `openfloor.session=${await aSession(db, person)}`;
  }
  return { cookies: cookies as Record<Role, string>, elsewhere: elsewhere.slug };
}
