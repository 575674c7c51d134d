import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { persons, registrations } from "@/db/schema";
import { forgetAnswers, writeAnswers } from "@/lib/answers/mutations";
import { recordAudit } from "@/lib/audit/mutations";
import type { Guest } from "@/lib/auth/actors";
import { windowState } from "@/lib/conferences/rules";
import { writeConsents } from "@/lib/consents/mutations";
import type { Locale } from "@/lib/i18n/locales";
import { queueMail } from "@/lib/mail/queue";
import { registrationMailWriter } from "@/lib/mail/registrations";
import { landing, type RegistrationState } from "@/lib/moves/rules";
import { passOn } from "@/lib/offers/mutations";
import { type LockedConference, lockConference } from "@/lib/places/mutations";
import { countPlaces } from "@/lib/places/queries";
import { decidePlace, openPlaces } from "@/lib/places/rules";
import { type FieldValues, fail, ok, type Result } from "@/lib/result";
import { drawTicketCode } from "@/lib/tickets/mutations";
import { type RegistrationInput, readForm } from "./input";
import { findOwnRegistration, findRegistrationForm, findRegistrationWindow } from "./queries";
import { mayRegisterAgain } from "./rules";

export type Registered = {
  id: string;
  state: RegistrationState;
  /** It was there before: a second press, a second tab, the back button. */
  already: boolean;
};

type Options = {
  /** Of the page, for the mails. */
  locale?: Locale;
  /** false oversells; for the tests that show it. */
  lock?: boolean;
};

/**
 * Registers a person from the values of the form (lib/registrations/input). Everything that can be known
 * before is known before the conference's row is locked; under the lock it is counted, decided and written.
 * Registering twice is registering once.
 */
export async function register(
  db: Database,
  guest: Guest,
  values: FieldValues,
  options: Options = {},
): Promise<Result<Registered>> {
  // A second press is the commoner case when many come at once: it needs no more than this.
  const own = await findOwnRegistration(db, guest.conference.id, guest.personId);
  if (own && own.state !== "cancelled") return ok({ id: own.id, state: own.state, already: true });
  const form = await findRegistrationForm(db, guest.conference.id);
  const read = readForm(form, values);
  if (!read.ok) return read;
  const { input, consents } = read.data;
  const write = await registrationMailWriter();
  return db.transaction(async (tx): Promise<Result<Registered>> => {
    const conference = await lockConference(tx, guest.conference.id, options);
    const decided = await decide(tx, conference, guest, input);
    if (!decided.ok) return { ...decided, values };
    if ("already" in decided.data) return ok(decided.data);
    const { again, state, waiting, invitationId } = decided.data;
    const id = again?.id ?? randomUUID();
    const row = {
      typeId: input.typeId,
      givenName: input.givenName,
      familyName: input.familyName,
      organisation: input.organisation,
      jobTitle: input.jobTitle,
      country: input.country,
      locale: options.locale ?? guest.locale,
      invitationId,
      registeredAt: conference.now,
      ...landing({ state, at: conference.now, newTicketCode: drawTicketCode() }, again ?? nothing),
    };
    const mail = write(
      { confirmed: "confirmed" as const, pending: "received" as const, waitlisted: "waiting" as const }[
        state
      ],
      conference,
      { ...row, personId: guest.personId, email: guest.email },
      { ticketCode: row.ticketCode, offeredUntil: null, position: waiting + 1 },
    );
    const writes = [
      again
        ? writeAgain(tx, conference.id, id, row)
        : tx
            .insert(registrations)
            .values({ id, conferenceId: conference.id, personId: guest.personId, ...row })
            .execute(),
      ...(again
        ? forgetAnswers(
            tx,
            id,
            form.questions.map((question) => question.id),
          )
        : []),
      ...writeAnswers(tx, id, input.answers),
      ...writeConsents(tx, id, consents, conference.now),
      ...writeName(tx, guest, input),
      recordAudit(tx, {
        actor: guest,
        conferenceId: conference.id,
        action: "registration.made",
        subject: "registration",
        subjectId: id,
        detail: { to: state },
      }),
      queueMail(tx, mail),
    ];
    // Sent in one breath: the fewer turns, the shorter everyone else waits for the lock.
    await Promise.all(writes);
    return ok({ id, state, already: false });
  });
}

const nothing = { confirmedAt: null, ticketCode: null };

/** Under the lock: may this person register now, and does it give a place? */
async function decide(tx: Transaction, conference: LockedConference, guest: Guest, input: RegistrationInput) {
  const [own, window, counted] = await Promise.all([
    findOwnRegistration(tx, conference.id, guest.personId),
    findRegistrationWindow(tx, conference.id),
    countPlaces(tx, conference.id, conference.now),
  ]);
  if (own && own.state !== "cancelled") return ok({ id: own.id, state: own.state, already: true });
  const open = windowState(window, conference.now);
  if (open !== "open") return fail(open === "closed" ? "registration-closed" : "registration-upcoming");
  if (own && !mayRegisterAgain(own)) return fail("registration-ended");
  const type = counted.types.find(({ id }) => id === input.typeId);
  if (!type || type.archivedAt) return fail("invalid", { fields: { typeId: ["type"] } });
  const invitation = counted.codes.find(({ code }) => code === input.invitation);
  if (input.invitation && !invitation) return fail("invalid", { fields: { invitation: ["invitation"] } });
  // Whoever is in line goes first, also when a code ran out a moment ago and nobody has passed its places on yet.
  const stale = counted.waiting > 0 && openPlaces(counted.places) > 0;
  const { places, waiting } = stale ? await passOn(tx, conference) : counted;
  const state = decidePlace(places, { typeId: type.id, needsApproval: type.needsApproval, invitation });
  if (state === "no-place-for-code") {
    const wrongType = invitation?.typeId && invitation.typeId !== type.id;
    const reason = wrongType ? "invitation-type" : invitation?.unused ? "invitation-full" : "invitation-used";
    return fail("invalid", { fields: { invitation: [reason] } });
  }
  return ok({ again: own, state, waiting, invitationId: invitation?.id ?? null });
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
