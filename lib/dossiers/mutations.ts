import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { persons, registrations, sensitiveAnswers } from "@/db/schema";
import { isId } from "@/lib/address";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { queueMail } from "@/lib/mail/queue";
import { registrationMailWriter } from "@/lib/mail/registrations";
import { lockConference } from "@/lib/places/mutations";
import { fail, ok, type Result } from "@/lib/result";
import { type AnsweredQuestion, answersIn } from "./queries";

const ofConference = (organiser: Organiser, id: string) =>
  and(eq(registrations.conferenceId, organiser.conference.id), eq(registrations.id, id));

/** The sensitive answers of one person. That they were read is written down in the same transaction. */
export async function readSensitiveAnswers(
  db: Database,
  organiser: Organiser,
  id: string,
): Promise<Result<AnsweredQuestion[]>> {
  if (!isId(id)) return fail("not-found");
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ id: registrations.id })
      .from(registrations)
      .where(ofConference(organiser, id));
    if (!found) return fail("not-found");
    await recordAudit(tx, {
      actor: organiser,
      conferenceId: organiser.conference.id,
      action: "registration.sensitive-answers-read",
      subject: "registration",
      subjectId: id,
    });
    return ok(await answersIn(tx, sensitiveAnswers, id));
  });
}

/** Sends the mail with the ticket once more, to someone who is confirmed. */
export async function resendConfirmation(db: Database, organiser: Organiser, id: string): Promise<Result> {
  if (!isId(id)) return fail("not-found");
  const write = await registrationMailWriter();
  return db.transaction(async (tx): Promise<Result> => {
    const conference = await lockConference(tx, organiser.conference.id);
    const [found] = await tx
      .select({
        personId: registrations.personId,
        email: persons.email,
        givenName: registrations.givenName,
        locale: registrations.locale,
        state: registrations.state,
        ticketCode: registrations.ticketCode,
      })
      .from(registrations)
      .innerJoin(persons, eq(persons.id, registrations.personId))
      .where(ofConference(organiser, id));
    if (!found) return fail("not-found");
    if (found.state !== "confirmed") return fail("not-confirmed");
    const { ticketCode } = found;
    await queueMail(
      tx,
      write("confirmed", conference, found, { ticketCode, offeredUntil: null, position: null }),
    );
    await recordAudit(tx, {
      actor: organiser,
      conferenceId: conference.id,
      action: "registration.confirmation-resent",
      subject: "registration",
      subjectId: id,
    });
    return ok(undefined);
  });
}
