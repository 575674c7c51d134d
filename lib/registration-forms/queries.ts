import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm";
import type { Database, Executor } from "@/db/client";
import {
  type AnswerValue,
  answers,
  consents,
  consentVersions,
  participantTypes,
  questions,
  registrations,
  sensitiveAnswers,
} from "@/db/schema";
import { withChosenOptions } from "@/lib/questions/rules";
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

/** The form for a registration that is there: with its type, and with the options it has chosen, if removed since; and its answers. */
export async function findOwnForm(
  executor: Executor,
  conferenceId: string,
  registrationId: string,
): Promise<{ form: RegistrationForm; given: { questionId: string; value: AnswerValue }[] }> {
  const answered = (table: typeof answers | typeof sensitiveAnswers) =>
    executor
      .select({ questionId: table.questionId, value: table.value })
      .from(table)
      .where(eq(table.registrationId, registrationId));
  const [form, plain, apart] = await Promise.all([
    findRegistrationForm(executor, conferenceId, registrationId),
    answered(answers),
    answered(sensitiveAnswers),
  ]);
  const given = [...plain, ...apart];
  return { form: { ...form, questions: withChosenOptions(form.questions, given) }, given };
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
