import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import {
  answers,
  consents,
  consentVersions,
  givenConsents,
  invitations,
  outbox,
  participantTypes,
  persons,
  questions,
  registrations,
  sensitiveAnswers,
} from "@/db/schema";
import { isId } from "@/lib/address";
import type { Organiser } from "@/lib/auth/actors";

/** Everything about one registration that an organiser sees at once; sensitive answers only by their number. */
export async function findDossier(executor: Executor, { conference }: Organiser, id: string) {
  if (!isId(id)) return undefined;
  const [found] = await executor
    .select({
      registration: registrations,
      person: {
        id: persons.id,
        number: persons.number,
        email: persons.email,
        locale: persons.locale,
        emailVerifiedAt: persons.emailVerifiedAt,
      },
      type: { name: participantTypes.name, needsApproval: participantTypes.needsApproval },
      invitation: { code: invitations.code, label: invitations.label },
      // Where someone stands in line, from 1.
      position: sql<number>`(select count(*)::int from registrations as before
        where before.conference_id = ${registrations.conferenceId} and before.state = 'waitlisted'
          and before.arrival <= ${registrations.arrival})`,
      sensitive: sql<number>`(select count(*)::int from ${sensitiveAnswers}
        where ${sensitiveAnswers.registrationId} = ${registrations.id})`,
    })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .innerJoin(participantTypes, eq(participantTypes.id, registrations.typeId))
    .leftJoin(invitations, eq(invitations.id, registrations.invitationId))
    .where(and(eq(registrations.conferenceId, conference.id), eq(registrations.id, id)));
  if (!found) return undefined;
  const [answered, agreed] = await Promise.all([
    answersIn(executor, answers, id),
    executor
      .select({
        versionId: consentVersions.id,
        wording: consentVersions.wording,
        version: consentVersions.version,
        givenAt: givenConsents.givenAt,
        withdrawnAt: givenConsents.withdrawnAt,
      })
      .from(givenConsents)
      .innerJoin(consentVersions, eq(consentVersions.id, givenConsents.consentVersionId))
      .innerJoin(consents, eq(consents.id, consentVersions.consentId))
      .where(eq(givenConsents.registrationId, id))
      .orderBy(asc(consents.position), asc(consentVersions.version)),
  ]);
  return { ...found, answers: answered, consents: agreed };
}

export type Dossier = NonNullable<Awaited<ReturnType<typeof findDossier>>>;

/** The answers of a registration with their questions, archived ones too. */
export const answersIn = (
  executor: Executor,
  table: typeof answers | typeof sensitiveAnswers,
  registrationId: string,
) =>
  executor
    .select({
      questionId: questions.id,
      kind: questions.kind,
      label: questions.label,
      options: questions.options,
      value: table.value,
    })
    .from(table)
    .innerJoin(questions, eq(questions.id, table.questionId))
    .where(eq(table.registrationId, registrationId))
    .orderBy(asc(questions.position), asc(questions.id));

export type AnsweredQuestion = Awaited<ReturnType<typeof answersIn>>[number];

/** The mails to a person that belong to this conference, newest first. */
export const listMailsTo = (executor: Executor, { conference }: Organiser, personId: string) =>
  executor
    .select({
      id: outbox.id,
      kind: outbox.kind,
      subject: outbox.subject,
      state: outbox.state,
      createdAt: outbox.createdAt,
      sentAt: outbox.sentAt,
    })
    .from(outbox)
    .where(and(eq(outbox.conferenceId, conference.id), eq(outbox.personId, personId)))
    .orderBy(desc(outbox.createdAt))
    .limit(100);
