import { eq, ne } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { owners } from "@/db/schema";
import type { Person } from "@/lib/auth/actors";

/** Whether nobody else owns the installation. The trigger on the table has the last word. */
export async function isLastOwner(executor: Executor, { personId }: Person): Promise<boolean> {
  const [own] = await executor.select().from(owners).where(eq(owners.personId, personId));
  if (!own) return false;
  const [other] = await executor.select().from(owners).where(ne(owners.personId, personId)).limit(1);
  return other === undefined;
}
