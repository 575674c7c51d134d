import "server-only";
import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Executor } from "@/db/client";
import {
  answers,
  consents,
  consentVersions,
  givenConsents,
  invitations,
  participantTypes,
  persons,
  questions,
  registrations,
  sensitiveAnswers,
} from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { fits } from "@/lib/registration-filters/queries";
import type { Filter } from "@/lib/registration-filters/rules";

// Small, so that a batch is forgotten before the collector has moved it to where it stays longer.
const BATCH = 200;

/** What the columns of an export are drawn from: types, every question that was ever asked, every consent. */
export async function findExportColumns(executor: Executor, { conference }: Organiser) {
  const [types, asked, wordings] = await Promise.all([
    executor
      .select({ id: participantTypes.id, name: participantTypes.name })
      .from(participantTypes)
      .where(eq(participantTypes.conferenceId, conference.id)),
    executor
      .select({
        id: questions.id,
        kind: questions.kind,
        label: questions.label,
        options: questions.options,
        sensitive: questions.sensitive,
      })
      .from(questions)
      .where(eq(questions.conferenceId, conference.id))
      .orderBy(asc(questions.position), asc(questions.id)),
    executor
      .selectDistinctOn([consents.position, consents.id], {
        id: consents.id,
        wording: consentVersions.wording,
      })
      .from(consents)
      .innerJoin(consentVersions, eq(consentVersions.consentId, consents.id))
      .where(eq(consents.conferenceId, conference.id))
      .orderBy(asc(consents.position), asc(consents.id), sql`${consentVersions.version} desc`),
  ]);
  return { types, questions: asked, consents: wordings };
}

/**
 * The registrations that fit, in order of arrival, a batch at a time, each with its answers. Every batch is a
 * short statement that begins after the last arrival: a slow download holds no connection and no transaction.
 */
export async function* exportBatches(
  executor: Executor,
  organiser: Organiser,
  filter: Filter,
  sensitive: boolean,
  size = BATCH,
) {
  const { id: conferenceId, timeZone } = organiser.conference;
  // Written by the database, which does it in no time; asking for the zone here takes seconds for 50,000 rows.
  const local = (column: AnyPgColumn) =>
    sql<string | null>`to_char(${column} at time zone ${timeZone}::text, 'YYYY-MM-DD HH24:MI')`;
  let after = 0;
  // Who cancels and registers again meanwhile arrives anew, behind: listed before, they are not listed twice, and
  // a bound at the last arrival of the beginning would lose those who were not reached yet.
  const listed = new Set<string>();
  while (true) {
    const rows = await executor
      .select({
        id: registrations.id,
        arrival: registrations.arrival,
        givenName: registrations.givenName,
        familyName: registrations.familyName,
        email: persons.email,
        organisation: registrations.organisation,
        jobTitle: registrations.jobTitle,
        country: registrations.country,
        typeId: registrations.typeId,
        state: registrations.state,
        cancelReason: registrations.cancelReason,
        locale: registrations.locale,
        ticketCode: registrations.ticketCode,
        invitation: invitations.code,
        registeredAt: local(registrations.registeredAt),
        confirmedAt: local(registrations.confirmedAt),
        offeredUntil: local(registrations.offeredUntil),
        cancelledAt: local(registrations.cancelledAt),
        checkedInAt: local(registrations.checkedInAt),
      })
      .from(registrations)
      .innerJoin(persons, eq(persons.id, registrations.personId))
      .leftJoin(invitations, eq(invitations.id, registrations.invitationId))
      .where(and(fits(conferenceId, filter), gt(registrations.arrival, after)))
      .orderBy(asc(registrations.arrival))
      .limit(size);
    const last = rows.at(-1);
    if (!last) return;
    const fresh = rows.filter(({ id }) => !listed.has(id));
    const ids = fresh.map(({ id }) => id);
    for (const id of ids) listed.add(id);
    const [plain, apart, agreed] = await Promise.all([
      answersOf(executor, answers, ids),
      sensitive ? answersOf(executor, sensitiveAnswers, ids) : [],
      executor
        .select({ registrationId: givenConsents.registrationId, consentId: consentVersions.consentId })
        .from(givenConsents)
        .innerJoin(consentVersions, eq(consentVersions.id, givenConsents.consentVersionId))
        .where(and(inArray(givenConsents.registrationId, ids), isNull(givenConsents.withdrawnAt))),
    ]);
    const byRegistration = new Map(ids.map((id) => [id, new Map<string, (typeof plain)[number]["value"]>()]));
    for (const { registrationId, questionId, value } of [...plain, ...apart])
      byRegistration.get(registrationId)?.set(questionId, value);
    const given = new Set(agreed.map(({ registrationId, consentId }) => registrationId + consentId));
    yield fresh.map((row) => ({ ...row, answers: byRegistration.get(row.id) ?? new Map(), given }));
    if (rows.length < size) return;
    after = last.arrival;
  }
}

type BatchOf<G> = G extends AsyncGenerator<(infer Row)[]> ? Row : never;
export type ExportRow = BatchOf<ReturnType<typeof exportBatches>>;

const answersOf = (executor: Executor, table: typeof answers | typeof sensitiveAnswers, ids: string[]) =>
  executor
    .select({ registrationId: table.registrationId, questionId: table.questionId, value: table.value })
    .from(table)
    .where(inArray(table.registrationId, ids));
