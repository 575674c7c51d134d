import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { auditEntries } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import type { CancelReason, RegistrationState } from "@/lib/registration-states/rules";

/** What the newest entry of each of these registrations that fits says under `key`: the log keeps what a row forgot. */
async function listLast<Said extends string>(
  executor: Executor,
  conference: { id: string },
  ids: string[],
  key: string,
  fits: SQL | undefined,
): Promise<Map<string, Said>> {
  if (ids.length === 0) return new Map();
  const rows = await executor
    .selectDistinctOn([auditEntries.subjectId], {
      id: auditEntries.subjectId,
      said: sql<Said>`${auditEntries.detail}->>${key}`,
    })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.conferenceId, conference.id),
        eq(auditEntries.subject, "registration"),
        inArray(auditEntries.subjectId, ids),
        fits,
      ),
    )
    .orderBy(auditEntries.subjectId, desc(auditEntries.id));
  return new Map(rows.flatMap(({ id, said }) => (id ? [[id, said] as const] : [])));
}

/** In which state each of these was when it was last cancelled: a place in line says that someone was approved. */
export const listStatesBefore = (executor: Executor, conference: { id: string }, ids: string[]) =>
  listLast<RegistrationState>(
    executor,
    conference,
    ids,
    "from",
    sql`${auditEntries.detail}->>'to' = 'cancelled'`,
  );

/** Why each of these was cancelled before it was last reinstated. */
export const listCancelReasons = (executor: Executor, { conference }: Organiser, ids: string[]) =>
  listLast<CancelReason>(
    executor,
    conference,
    ids,
    "reason",
    and(eq(auditEntries.action, "registration.reinstated"), sql`${auditEntries.detail} ? 'reason'`),
  );
