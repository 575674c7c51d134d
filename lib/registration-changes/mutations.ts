import { and, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { invitations, registrations } from "@/db/schema";
import { forgetAnswers, writeAnswers } from "@/lib/answers/mutations";
import { recordAudit } from "@/lib/audit/mutations";
import type { Participant } from "@/lib/auth/actors";
import { wantedAnswers, written } from "@/lib/corrections/rules";
import { endOfDay } from "@/lib/local-time";
import { passOn } from "@/lib/offers/mutations";
import { overtaken } from "@/lib/overtaken";
import { type LockedConference, lockConference } from "@/lib/places/mutations";
import { countPlaces } from "@/lib/places/queries";
import { asksType } from "@/lib/questions/rules";
import { readRegistration } from "@/lib/registration-forms/input";
import { findOwnForm } from "@/lib/registration-forms/queries";
import { findToMove, type Moving, writeMoves } from "@/lib/registration-states/mutations";
import { landing } from "@/lib/registration-states/rules";
import { mayChange } from "@/lib/registrations/rules";
import { type FieldValues, fail, ok, type Result } from "@/lib/result";
import { drawTicketCode } from "@/lib/tickets/mutations";
import { changeOfType } from "./rules";

/** Changes one's own registration from the values of the form; the state follows the type by rule. */
export async function changeRegistration(
  db: Database,
  participant: Participant,
  values: FieldValues,
): Promise<Result> {
  return db.transaction(async (tx): Promise<Result> => {
    const conference = await lockConference(tx, participant.conference.id);
    const [registration] = await findToMove(tx, conference, [participant.registrationId]);
    if (!registration) return fail("not-found", { values });
    if (!mayChange(registration, conference.now, endOfDay(conference.endsOn, conference.timeZone)))
      return fail("not-changeable", { values });
    const ours = and(eq(registrations.conferenceId, conference.id), eq(registrations.id, registration.id));
    // Sensitive answers are corrected under the lock of the row alone: what is read after it stays.
    const [before] = await tx.select().from(registrations).where(ours).for("no key update");
    if (!before) return fail("not-found", { values });
    const { form, given } = await findOwnForm(tx, conference.id, registration.id);
    const read = readRegistration(form, values);
    if (!read.ok) return read;
    const { answers, invitation: _, ...about } = read.data;
    // What neither type is asked stays: the organiser may have narrowed a question that was answered.
    const asked = form.questions.filter((question) =>
      [registration, about].some(({ typeId }) => asksType(question, typeId)),
    );
    const wanted = { ...about, ...wantedAnswers(asked, answers) };
    const late = overtaken(values, written(before, given), wanted);
    if (late) return late;
    const changed = await typeChange(tx, conference, registration, about.typeId);
    if ("refused" in changed) return fail("invalid", { fields: { typeId: [changed.refused] }, values });
    await Promise.all([
      tx
        .update(registrations)
        .set(about)
        .where(and(ours, eq(registrations.state, registration.state))),
      ...forgetAnswers(
        tx,
        registration.id,
        asked.map(({ id }) => id),
      ),
      ...writeAnswers(
        tx,
        answers.map((answer) => ({ ...answer, registrationId: registration.id })),
      ),
      recordAudit(tx, {
        actor: participant,
        conferenceId: conference.id,
        action: "registration.changed",
        subject: "registration",
        subjectId: registration.id,
        detail: about.typeId === registration.typeId ? {} : { typeId: about.typeId },
      }),
    ]);
    if (changed.state !== registration.state)
      await moveTo(tx, conference, participant, { ...registration, ...about }, changed.state);
    if (about.typeId !== registration.typeId) await passOn(tx, conference);
    return ok(undefined);
  });
}

async function typeChange(
  tx: Transaction,
  conference: LockedConference,
  registration: Moving,
  typeId: string,
): Promise<ReturnType<typeof changeOfType>> {
  if (typeId === registration.typeId) return { state: registration.state };
  // Who waits for the new type goes first.
  await passOn(tx, conference);
  const [{ places, types }, [code]] = await Promise.all([
    countPlaces(tx, conference.id, conference.now),
    tx
      .select({ typeId: invitations.typeId })
      .from(registrations)
      .innerJoin(invitations, eq(invitations.id, registrations.invitationId))
      .where(eq(registrations.id, registration.id)),
  ]);
  const target = types.find((type) => type.id === typeId && !type.archivedAt);
  if (!target) return { refused: "type" };
  return changeOfType({ ...registration, invitationTypeId: code?.typeId ?? null }, target, places);
}

async function moveTo(
  tx: Transaction,
  conference: LockedConference,
  participant: Participant,
  registration: Moving,
  state: Moving["state"],
) {
  const common = { registration, invitationId: null, action: "registration.moved-by-type" };
  const { now: at } = conference;
  switch (state) {
    case "confirmed":
      return writeMoves(tx, conference, participant, [
        {
          ...common,
          to: landing({ state, at, newTicketCode: drawTicketCode() }, registration),
          mail: "confirmed",
        },
      ]);
    case "waitlisted":
    case "pending":
      return writeMoves(tx, conference, participant, [
        {
          ...common,
          to: landing({ state }, registration),
          mail: state === "pending" ? "received" : "waiting",
        },
      ]);
    default:
      throw new Error(`A change of type never leads to ${state}`);
  }
}
