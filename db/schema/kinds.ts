// What the database, the rules and the forms must all know: written once, on the ground floor. Nothing is
// imported here, so that rules and pages in a browser may read it without the database.

/** What a session can be, in the order in which a form offers it. */
export const sessionKinds = [
  "plenary",
  "session",
  "panel",
  "breakout",
  "interactive",
  "live-poll",
  "open-space",
  "matchmaking",
  "training",
  "award",
  "side-event",
  "break",
] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** How a question of the registration form is answered, in the order in which a form offers it. */
export const questionKinds = [
  "text",
  "long-text",
  "one-of",
  "several-of",
  "yes-no",
  "number",
  "country",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const registrationStates = ["pending", "confirmed", "waitlisted", "offered", "cancelled"] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** Why a registration is cancelled: a person, the organiser, an approval refused, an offer not taken. */
export const cancelReasons = ["participant", "organiser", "declined", "offer-expired"] as const;
export type CancelReason = (typeof cancelReasons)[number];
