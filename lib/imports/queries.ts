import { and, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { imports } from "@/db/schema";
import { isId } from "@/lib/address";
import type { Organiser } from "@/lib/auth/actors";

export async function findImport(executor: Executor, { conference }: Organiser, id: string) {
  if (!isId(id)) return undefined;
  const [found] = await executor
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.conferenceId, conference.id)));
  return found;
}
