import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { persons, registrations } from "@/db/schema";
import { forgetAnswers, writeAnswers } from "@/lib/answers/mutations";
import type { Arrived } from "@/lib/arrivals/rules";
import { recordAudits } from "@/lib/audit/mutations";
import type { Guest } from "@/lib/auth/actors";
import { writeConsents } from "@/lib/consents/mutations";
import type { Locale } from "@/lib/i18n/locales";
import { queueMails } from "@/lib/mail/queue";
import { registrationMailWriter } from "@/lib/mail/registrations";
import { writeLanguage } from "@/lib/people/mutations";
import type { LockedConference } from "@/lib/places/mutations";
import type { RegistrationInput } from "@/lib/registration-forms/input";
import { landing } from "@/lib/registration-states/rules";
import { drawTicketCode } from "@/lib/tickets/mutations";

/** Someone whose form was read, at the door. */
export type Arrival = {
  guest: Guest;
  input: RegistrationInput;
  /** Versions of the consents that were given. */
  consents: string[];
  /** What the form asked: answers from an earlier registration to these give way. */
  questionIds: string[];
  locale: Locale;
};

type Written = Arrival & Arrived;

const mailKinds = { confirmed: "confirmed", pending: "received", waitlisted: "waiting" } as const;
const nothing = { confirmedAt: null, ticketCode: null };

/** Writes those who arrived. A few statements, however many there are; sent in one breath: the fewer turns, the shorter everyone waits. */
export async function writeArrivals(tx: Transaction, conference: LockedConference, written: Written[]) {
  if (written.length === 0) return;
  const writeMail = await registrationMailWriter();
  const rows = written.map(({ input, again, state, invitationId, locale }) => ({
    typeId: input.typeId,
    givenName: input.givenName,
    familyName: input.familyName,
    organisation: input.organisation,
    jobTitle: input.jobTitle,
    country: input.country,
    locale,
    invitationId,
    registeredAt: conference.now,
    ...landing({ state, at: conference.now, newTicketCode: drawTicketCode() }, again ?? nothing),
  }));
  const made = written.flatMap(({ id, again, guest }, index) => {
    const row = rows[index];
    return row && !again ? [{ id, conferenceId: conference.id, personId: guest.personId, ...row }] : [];
  });
  await Promise.all([
    made.length > 0 ? tx.insert(registrations).values(made).execute() : undefined,
    ...written.flatMap(({ id, again, questionIds }, index) => {
      const row = rows[index];
      return again && row
        ? [writeAgain(tx, conference.id, id, row), ...forgetAnswers(tx, id, questionIds)]
        : [];
    }),
    ...writeAnswers(
      tx,
      written.flatMap(({ id, input }) => input.answers.map((answer) => ({ ...answer, registrationId: id }))),
    ),
    ...writeConsents(
      tx,
      written.flatMap(({ id, consents }) =>
        consents.map((consentVersionId) => ({
          registrationId: id,
          consentVersionId,
          givenAt: conference.now,
        })),
      ),
    ),
    ...written.flatMap(({ guest, input }) => writeName(tx, guest, input)),
    // The language someone registers in is the one they are written to from now on.
    ...written.flatMap(({ guest, locale }) =>
      guest.locale === locale ? [] : writeLanguage(tx, guest.personId, locale),
    ),
    recordAudits(
      tx,
      written.map(({ id, guest, state }) => ({
        actor: guest,
        conferenceId: conference.id,
        action: "registration.made",
        subject: "registration",
        subjectId: id,
        detail: { to: state },
      })),
    ),
    queueMails(
      tx,
      written.flatMap(({ guest, state, position }, index) => {
        const row = rows[index];
        if (!row) return [];
        const person = { ...row, personId: guest.personId, email: guest.email };
        const facts = { ticketCode: row.ticketCode, offeredUntil: null, position };
        return [writeMail(mailKinds[state], conference, person, facts)];
      }),
    ),
  ]);
}

/** A cancelled registration begins anew, at the end of the line. */
async function writeAgain(
  tx: Transaction,
  conferenceId: string,
  id: string,
  row: Omit<typeof registrations.$inferInsert, "id" | "conferenceId" | "personId">,
) {
  const written = await tx
    .update(registrations)
    .set({ ...row, arrival: sql`nextval('registrations_arrival_seq')` })
    .where(
      and(
        eq(registrations.conferenceId, conferenceId),
        eq(registrations.id, id),
        eq(registrations.state, "cancelled"),
      ),
    )
    .returning({ id: registrations.id });
  if (written.length === 0) throw new Error("A registration moved while its conference was locked");
}

/** The first registration also tells the portal what the person is called. */
function writeName(tx: Transaction, guest: Guest, { givenName, familyName }: RegistrationInput) {
  if (guest.givenName) return [];
  return [
    tx
      .update(persons)
      .set({ givenName, familyName })
      .where(and(eq(persons.id, guest.personId), isNull(persons.givenName)))
      .execute(),
  ];
}
