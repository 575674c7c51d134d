import type { Transaction } from "../../client";
import {
  type AnswerValue,
  answers,
  auditEntries,
  givenConsents,
  registrations,
  sensitiveAnswers,
} from "../../schema";
import { addPersons } from "./accounts";
import { answersOf } from "./answers";
import type { Form } from "./form";
import { seeded } from "./random";
import { type Planned, planRegistrations } from "./registrations";

/** Writes all invented participants with their answers, consents and the traces they left in the log. */
export async function addRegistrations(
  tx: Transaction,
  conferenceId: string,
  form: Form,
  { organiserNumber, drawTicketCode }: { organiserNumber: number; drawTicketCode: () => string },
) {
  const planned = planRegistrations();
  const person = await addPersons(
    tx,
    planned.map(({ email, givenName, familyName, locale, registeredAt }) => ({
      email,
      givenName,
      familyName,
      locale,
      emailVerifiedAt: registeredAt,
    })),
  );
  // One statement, so that the order of arrival follows the order of the list.
  const rows = await tx
    .insert(registrations)
    .values(
      planned.map(({ email, type, invitation, ...one }) => ({
        ...one,
        conferenceId,
        personId: person(email).id,
        typeId: form.type(type),
        invitationId: invitation ? form.invitation(invitation) : null,
        ticketCode: one.confirmedAt ? drawTicketCode() : null,
      })),
    )
    .returning({ id: registrations.id, personId: registrations.personId });
  const registrationOf = new Map(rows.map(({ id, personId }) => [personId, id]));
  const written = planned.map((one) => {
    const id = registrationOf.get(person(one.email).id);
    if (!id) throw new Error(`the registration of ${one.email} was not written`);
    return { ...one, id, number: person(one.email).number };
  });

  const random = seeded(20190515);
  const plain: { registrationId: string; questionId: string; value: AnswerValue }[] = [];
  const apart: typeof plain = [];
  const consented: (typeof givenConsents.$inferInsert)[] = [];
  for (const one of written) {
    const { ordinary, sensitive, consents } = answersOf(one, random);
    const row = ([key, value]: [string, AnswerValue]) => ({
      registrationId: one.id,
      questionId: form.question(key),
      value,
    });
    plain.push(...Object.entries(ordinary).map(row));
    apart.push(...Object.entries(sensitive).map(row));
    consented.push(
      ...consents.map((key) => ({
        registrationId: one.id,
        consentVersionId: form.consent(key),
        givenAt: one.registeredAt,
      })),
    );
  }
  await tx.insert(answers).values(plain);
  await tx.insert(sensitiveAnswers).values(apart);
  await tx.insert(givenConsents).values(consented);
  await tx.insert(auditEntries).values(
    written
      .flatMap((one) => traces(one, organiserNumber))
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map((entry) => ({ conferenceId, subject: "registration", ...entry })),
  );
}

function traces(one: Planned & { id: string; number: number }, organiserNumber: number) {
  const subjectId = one.id;
  const entries = [{ at: one.registeredAt, actorNumber: one.number, action: "registration.made", subjectId }];
  if (one.confirmedAt && one.confirmedAt > one.registeredAt)
    entries.push({
      at: one.confirmedAt,
      actorNumber: organiserNumber,
      action: "registration.approved",
      subjectId,
    });
  if (one.cancelledAt)
    entries.push({
      at: one.cancelledAt,
      actorNumber: one.cancelReason === "participant" ? one.number : organiserNumber,
      action: one.cancelReason === "declined" ? "registration.declined" : "registration.cancelled",
      subjectId,
    });
  return entries;
}
