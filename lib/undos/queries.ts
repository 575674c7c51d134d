import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { auditEntries } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import type { CancelReason, RegistrationState } from "@/lib/registration-states/rules";

/** In which state each of these was when it was last cancelled: a place in line says that someone was approved. */
export async function listStatesBefore(
  executor: Executor,
  conference: { id: string },
  ids: string[],
): Promise<Map<string, RegistrationState>> {
  if (ids.length === 0) return new Map();
  const rows = await executor
    .selectDistinctOn([auditEntries.subjectId], {
      id: auditEntries.subjectId,
      before: sql<RegistrationState>`${auditEntries.detail}->>'from'`,
    })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.conferenceId, conference.id),
        eq(auditEntries.subject, "registration"),
        inArray(auditEntries.subjectId, ids),
        sql`${auditEntries.detail}->>'to' = 'cancelled'`,
      ),
    )
    .orderBy(auditEntries.subjectId, desc(auditEntries.id));
  return new Map(rows.flatMap(({ id, before }) => (id ? [[id, before] as const] : [])));
}

/** Why each of these was cancelled before it was last reinstated: the log keeps what the row has forgotten. */
export async function listCancelReasons(
  executor: Executor,
  { conference }: Organiser,
  ids: string[],
): Promise<Map<string, CancelReason>> {
  if (ids.length === 0) return new Map();
  const rows = await executor
    .selectDistinctOn([auditEntries.subjectId], {
      id: auditEntries.subjectId,
      reason: sql<CancelReason>`${auditEntries.detail}->>'reason'`,
    })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.conferenceId, conference.id),
        eq(auditEntries.subject, "registration"),
        inArray(auditEntries.subjectId, ids),
        eq(auditEntries.action, "registration.reinstated"),
        sql`${auditEntries.detail} ? 'reason'`,
      ),
    )
    .orderBy(auditEntries.subjectId, desc(auditEntries.id));
  return new Map(rows.flatMap(({ id, reason }) => (id ? [[id, reason] as const] : [])));
}
