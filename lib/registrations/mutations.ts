import type { Database } from "@/db/client";
import type { Arrival } from "@/lib/arrival-rows/mutations";
import { registerArrival, registerArrivals } from "@/lib/arrivals/mutations";
import type { Registered } from "@/lib/arrivals/rules";
import type { Guest } from "@/lib/auth/actors";
import { realNow } from "@/lib/clock";
import type { Locale } from "@/lib/i18n/locales";
import { countAgainst, withinAll } from "@/lib/rate-limits/mutations";
import { readForm } from "@/lib/registration-forms/input";
import { findSharedForm } from "@/lib/registration-forms/queries";
import { type FieldValues, ok, type Result } from "@/lib/result";
import { findOwnRegistration } from "./queries";
import { wrongCodes } from "./rules";

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
  // Codes are words that people choose: wrong ones are counted, and after too many a right one opens nothing.
  const now = realNow();
  const tried = codesTried(guest);
  const within = read.data.input.invitation ? await withinAll(db, tried, now) : ok(undefined);
  if (!within.ok) return { ...within, values };
  const arrival: Arrival = { guest, locale, ...read.data, questionIds: form.questions.map(({ id }) => id) };
  const result = lock
    ? await registerArrival(db, arrival)
    : await registerArrivals(db, guest.conference.id, [arrival], { lock }).then(([only]) => only);
  if (!result) throw new Error("A registration without an answer");
  if (result.ok) return result;
  if (result.fields?.invitation?.includes("invitation"))
    await Promise.all(tried.map(({ limit, subject }) => countAgainst(db, limit, subject, now)));
  return { ...result, values };
}

/** A whole hall may stand behind one network. */
const codesTried = (guest: Guest) => [
  { limit: wrongCodes.person, subject: guest.personId },
  { limit: wrongCodes.network, subject: guest.network },
];
