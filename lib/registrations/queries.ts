import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { consents, consentVersions, participantTypes, questions, registrations, windows } from "@/db/schema";
import type { Window } from "@/lib/conferences/rules";
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
