import type { Database } from "@/db/client";
import type { Arrival } from "@/lib/arrival-rows/mutations";
import { registerArrival, registerArrivals } from "@/lib/arrivals/mutations";
import type { Registered } from "@/lib/arrivals/rules";
import type { Guest } from "@/lib/auth/actors";
import type { Locale } from "@/lib/i18n/locales";
import { readForm } from "@/lib/registration-forms/input";
import { findSharedForm } from "@/lib/registration-forms/queries";
import { type FieldValues, ok, type Result } from "@/lib/result";
import { findOwnRegistration } from "./queries";

type Options = {
  /** Of the page, for the mails. */
  locale?: Locale;
  /** false oversells; for the tests that show it. */
  lock?: boolean;
};

/**
 * Registers a person from the values of the form (lib/registrations/input). Everything that can be known
 * before is known before the conference's row is locked; under the lock it is counted, decided and written
 * (lib/arrivals). Registering twice is registering once.
 */
export async function register(
  db: Database,
  guest: Guest,
  values: FieldValues,
  { locale = guest.locale, lock = true }: Options = {},
): Promise<Result<Registered>> {
  const form = await findSharedForm(db, guest.conference.id);
  const read = readForm(form, values);
  if (!read.ok) {
    // A second press may come with an empty form: there is nothing left to correct.
    const own = await findOwnRegistration(db, guest.conference.id, guest.personId);
    return own && own.state !== "cancelled" ? ok({ id: own.id, state: own.state, already: true }) : read;
  }
  const arrival: Arrival = { guest, locale, ...read.data, questionIds: form.questions.map(({ id }) => id) };
  const result = lock
    ? await registerArrival(db, arrival)
    : await registerArrivals(db, guest.conference.id, [arrival], { lock }).then(([only]) => only);
  if (!result) throw new Error("A registration without an answer");
  return result.ok ? result : { ...result, values };
}
