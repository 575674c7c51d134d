import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { consents, consentVersions, givenConsents, registrations } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";

/**
 * Every consent in its order, the archived ones last, each with all its wordings, the newest first, and how
 * many people who are registered agree to each.
 */
export async function listConsents(executor: Executor, { conference }: Organiser) {
  const rows = await executor
    .select({
      id: consents.id,
      required: consents.required,
      archivedAt: consents.archivedAt,
      version: consentVersions.version,
      wording: consentVersions.wording,
      createdAt: consentVersions.createdAt,
      given: sql<number>`count(${registrations.id})::int`,
    })
    .from(consents)
    .innerJoin(consentVersions, eq(consentVersions.consentId, consents.id))
    .leftJoin(
      givenConsents,
      and(eq(givenConsents.consentVersionId, consentVersions.id), isNull(givenConsents.withdrawnAt)),
    )
    .leftJoin(
      registrations,
      and(eq(registrations.id, givenConsents.registrationId), sql`${registrations.state} <> 'cancelled'`),
    )
    .where(eq(consents.conferenceId, conference.id))
    .groupBy(consents.id, consentVersions.id)
    .orderBy(
      sql`${consents.archivedAt} is not null`,
      asc(consents.position),
      asc(consents.createdAt),
      asc(consents.id),
      desc(consentVersions.version),
    );
  const newest = rows.filter((row, index) => row.id !== rows[index - 1]?.id);
  return newest.map((consent) => ({ ...consent, versions: rows.filter(({ id }) => id === consent.id) }));
}

export type DeskConsent = Awaited<ReturnType<typeof listConsents>>[number];
