import { eq } from "drizzle-orm";
import type { Database } from "../client";
import { owners, persons } from "../schema";

/** Makes the person with this address an owner of the installation, and the person if there is none. Harmless twice. */
export async function ensureOwner(db: Database, address: string): Promise<void> {
  const email = address.trim().toLowerCase();
  await db.transaction(async (tx) => {
    await tx.insert(persons).values({ email }).onConflictDoNothing({ target: persons.email });
    const [person] = await tx.select({ id: persons.id }).from(persons).where(eq(persons.email, email));
    if (!person) throw new Error("the owner's row was deleted while it was made");
    await tx.insert(owners).values({ personId: person.id }).onConflictDoNothing();
  });
}

export async function hasOwner(db: Database): Promise<boolean> {
  const [owner] = await db.select({ id: owners.personId }).from(owners).limit(1);
  return owner !== undefined;
}
