import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Database } from "@/db/client";
import { persons } from "@/db/schema";
import type { Person } from "@/lib/auth/actors";
import type { PersonInput } from "./input";

/** Changes one's own name and the language of one's mails. */
export async function changeMyself(db: Database, person: Person, data: z.infer<typeof PersonInput>) {
  await db.update(persons).set(data).where(eq(persons.id, person.personId));
}
