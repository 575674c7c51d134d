import { and, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { imports } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { isId } from "@/lib/fields";

export async function findImport(executor: Executor, { conference }: Organiser, id: string) {
  if (!isId(id)) return undefined;
  const [found] = await executor
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.conferenceId, conference.id)));
  return found;
}
