import { and, asc, desc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Database, Executor } from "@/db/client";
import {
  answers,
  consents,
  consentVersions,
  participantTypes,
  questions,
  registrations,
  sensitiveAnswers,
  windows,
} from "@/db/schema";
import type { Window } from "@/lib/conferences/rules";
import { together } from "@/lib/together";
import type { RegistrationForm } from "./rules";

/** What the registration form of a conference asks now; for a registration also the type it has, if archived since. */
export async function findRegistrationForm(
  executor: Executor,
  conferenceId: string,
  registrationId?: string,
): Promise<RegistrationForm> {
  const itsType = registrationId
    ? inArray(
        participantTypes.id,
        executor
          .select({ id: registrations.typeId })
          .from(registrations)
          .where(and(eq(registrations.conferenceId, conferenceId), eq(registrations.id, registrationId))),
      )
    : undefined;
  const [types, asked, agreed] = await Promise.all([
    executor
      .select({
        id: participantTypes.id,
        name: participantTypes.name,
        needsApproval: participantTypes.needsApproval,
      })
      .from(participantTypes)
      .where(
        and(
          eq(participantTypes.conferenceId, conferenceId),
          or(isNull(participantTypes.archivedAt), itsType),
        ),
      )
      .orderBy(asc(participantTypes.position), asc(participantTypes.createdAt)),
    executor
      .select({
        id: questions.id,
        kind: questions.kind,
        label: questions.label,
        help: questions.help,
        options: questions.options,
        required: questions.required,
        sensitive: questions.sensitive,
        typeIds: questions.typeIds,
      })
      .from(questions)
      .where(and(eq(questions.conferenceId, conferenceId), isNull(questions.archivedAt)))
      .orderBy(asc(questions.position), asc(questions.createdAt)),
    executor
      .selectDistinctOn([consents.position, consents.id], {
        id: consents.id,
        required: consents.required,
        versionId: consentVersions.id,
        version: consentVersions.version,
        wording: consentVersions.wording,
      })
      .from(consents)
      .innerJoin(consentVersions, eq(consentVersions.consentId, consents.id))
      .where(and(eq(consents.conferenceId, conferenceId), isNull(consents.archivedAt)))
      .orderBy(asc(consents.position), asc(consents.id), desc(consentVersions.version)),
  ]);
  return { types, questions: asked, consents: agreed };
}

const forms = new WeakMap<Database, (conferenceId: string) => Promise<RegistrationForm>>();

/** As `findRegistrationForm`: those who ask while a read is under way share the next one. */
export function findSharedForm(db: Database, conferenceId: string): Promise<RegistrationForm> {
  const find =
    forms.get(db) ??
    together(async (ids: string[]) => {
      const distinct = [...new Set(ids)];
      const found = await Promise.all(distinct.map((id) => findRegistrationForm(db, id)));
      const byId = new Map(found.map((form, index) => [distinct[index], form]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    });
  forms.set(db, find);
  return find(conferenceId);
}

/** The registrations of these people at a conference, in any state. */
export async function listOwnRegistrations(executor: Executor, conferenceId: string, personIds: string[]) {
  return executor
    .select({
      id: registrations.id,
      personId: registrations.personId,
      state: registrations.state,
      cancelReason: registrations.cancelReason,
      confirmedAt: registrations.confirmedAt,
      ticketCode: registrations.ticketCode,
    })
    .from(registrations)
    .where(
      and(
        eq(registrations.conferenceId, conferenceId),
        sql`${registrations.personId} = any(${sql.param(personIds)}::uuid[])`,
      ),
    );
}

/** A person's registration at a conference, in any state. */
export async function findOwnRegistration(executor: Executor, conferenceId: string, personId: string) {
  const [own] = await executor
    .select()
    .from(registrations)
    .where(and(eq(registrations.conferenceId, conferenceId), eq(registrations.personId, personId)));
  return own;
}

/** When registration is open. Without a row it never opens. */
export async function findRegistrationWindow(executor: Executor, conferenceId: string): Promise<Window> {
  const [window] = await executor
    .select({ opensAt: windows.opensAt, closesAt: windows.closesAt })
    .from(windows)
    .where(and(eq(windows.conferenceId, conferenceId), eq(windows.module, "registration")));
  return window ?? { opensAt: null, closesAt: null };
}

/** Everything that a person sees of their own registration. */
export async function findMine(executor: Executor, conferenceId: string, personId: string) {
  const own = await findOwnRegistration(executor, conferenceId, personId);
  if (!own) return undefined;
  const answered = (table: typeof answers | typeof sensitiveAnswers) =>
    executor
      .select({
        id: questions.id,
        kind: questions.kind,
        label: questions.label,
        options: questions.options,
        archivedAt: questions.archivedAt,
        value: table.value,
      })
      .from(table)
      .innerJoin(questions, eq(questions.id, table.questionId))
      .where(eq(table.registrationId, own.id))
      .orderBy(asc(questions.position), asc(questions.createdAt));
  const [[type], plain, sensitive, [line]] = await Promise.all([
    executor
      .select({ name: participantTypes.name })
      .from(participantTypes)
      .where(and(eq(participantTypes.conferenceId, conferenceId), eq(participantTypes.id, own.typeId))),
    answered(answers),
    answered(sensitiveAnswers),
    executor
      .select({ before: sql<number>`count(*)::int` })
      .from(registrations)
      .where(
        and(
          eq(registrations.conferenceId, conferenceId),
          eq(registrations.state, "waitlisted"),
          lt(registrations.arrival, own.arrival),
        ),
      ),
  ]);
  return {
    ...own,
    typeName: type?.name ?? {},
    answers: [...plain, ...sensitive],
    /** On the waiting list, from 1. */
    position: (line?.before ?? 0) + 1,
  };
}

export type Mine = NonNullable<Awaited<ReturnType<typeof findMine>>>;
