import { and, asc, eq, lt, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { answers, participantTypes, questions, registrations, sensitiveAnswers, windows } from "@/db/schema";
import type { Window } from "@/lib/conferences/rules";

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
