import { and, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { type AnswerValue, answers, registrations, sensitiveAnswers } from "@/db/schema";
import { isId } from "@/lib/address";
import { forgetAnswers, writeAnswers } from "@/lib/answers/mutations";
import { recordAudit } from "@/lib/audit/mutations";
import type { Organiser } from "@/lib/auth/actors";
import { answersIn } from "@/lib/dossiers/queries";
import { passOn } from "@/lib/offers/mutations";
import { overtaken } from "@/lib/overtaken";
import { lockConference } from "@/lib/places/mutations";
import type { Question } from "@/lib/questions/rules";
import { findRegistrationForm } from "@/lib/registration-forms/queries";
import { type FieldValues, fail, ok, type Result } from "@/lib/result";
import { changeTypesUnderLock } from "@/lib/type-changes/mutations";
import { type About, readCorrection, readSensitive } from "./input";
import {
  countChanged,
  forCorrection,
  sensitiveQuestions,
  wantedAnswers,
  written,
  writtenAnswers,
} from "./rules";

const ofConference = ({ conference }: Organiser, id: string) =>
  and(eq(registrations.conferenceId, conference.id), eq(registrations.id, id));

/**
 * Corrects what someone wrote of themselves, their participant type as far as it has room, and their answers.
 * The audit log says which fields and how many answers, not what stood in them.
 */
export async function correctRegistration(
  db: Database,
  organiser: Organiser,
  id: string,
  values: FieldValues,
): Promise<Result> {
  if (!isId(id)) return fail("not-found", { values });
  return db.transaction(async (tx): Promise<Result> => {
    const conference = await lockConference(tx, organiser.conference.id);
    // Not FOR UPDATE: whoever moves answers to another table, holding their question, refers to this row.
    const [before] = await tx
      .select()
      .from(registrations)
      .where(ofConference(organiser, id))
      .for("no key update");
    if (!before) return fail("not-found", { values });
    const form = await findRegistrationForm(tx, conference.id, id);
    const given = await answersIn(tx, answers, id);
    const read = readCorrection(form, forCorrection(form.questions, given), values);
    if (!read.ok) return read;
    const { about, typeId, asked } = read.data;
    const stands = { ...written(before, given), locale: before.locale };
    const late = overtaken(values, stands, { ...about, typeId, ...wantedAnswers(asked, read.data.answers) });
    if (late) return late;
    if (typeId !== before.typeId) {
      const { fit } = await changeTypesUnderLock(tx, conference, organiser, [{ id, typeId }]);
      if (fit.length === 0) return fail("invalid", { fields: { typeId: ["type-full-for-one"] }, values });
    }
    const names = Object.keys(about) as (keyof About)[];
    const fields = names.filter((name) => before[name] !== about[name]);
    if (fields.length > 0) await tx.update(registrations).set(about).where(ofConference(organiser, id));
    const answered = await replaceAnswers(tx, id, asked, given, read.data.answers);
    if (fields.length > 0 || answered > 0)
      await recordAudit(tx, {
        actor: organiser,
        conferenceId: conference.id,
        action: "registration.corrected",
        subject: "registration",
        subjectId: id,
        detail: { fields, ...(answered > 0 ? { answers: answered } : {}) },
      });
    if (typeId !== before.typeId) await passOn(tx, conference);
    return ok(undefined);
  });
}

/** Corrects the sensitive answers alone; the log says how many, and not even to which questions. */
export async function correctSensitiveAnswers(
  db: Database,
  organiser: Organiser,
  id: string,
  values: FieldValues,
): Promise<Result> {
  if (!isId(id)) return fail("not-found", { values });
  return db.transaction(async (tx): Promise<Result> => {
    const [found] = await tx
      .select({ typeId: registrations.typeId })
      .from(registrations)
      .where(ofConference(organiser, id))
      .for("no key update");
    if (!found) return fail("not-found", { values });
    const [form, given] = await Promise.all([
      findRegistrationForm(tx, organiser.conference.id, id),
      answersIn(tx, sensitiveAnswers, id),
    ]);
    const asked = sensitiveQuestions(forCorrection(form.questions, given), found.typeId);
    const read = readSensitive(asked, values);
    if (!read.ok) return read;
    const late = overtaken(values, writtenAnswers(given), wantedAnswers(asked, read.data));
    if (late) return late;
    const count = await replaceAnswers(tx, id, asked, given, read.data);
    if (count > 0)
      await recordAudit(tx, {
        actor: organiser,
        conferenceId: organiser.conference.id,
        action: "registration.sensitive-answers-corrected",
        subject: "registration",
        subjectId: id,
        detail: { answers: count },
      });
    return ok(undefined);
  });
}

type Answer = { questionId: string; value: AnswerValue };

/** Puts the new answers in the place of the old ones; answers how many differ. */
async function replaceAnswers(
  tx: Transaction,
  id: string,
  asked: Question[],
  before: Answer[],
  after: Answer[],
): Promise<number> {
  const changed = countChanged(asked, before, after);
  if (changed === 0) return 0;
  const ids = asked.map((question) => question.id);
  const given = after.map((answer) => ({ ...answer, registrationId: id }));
  await Promise.all([...forgetAnswers(tx, id, ids), ...writeAnswers(tx, given)]);
  return changed;
}
