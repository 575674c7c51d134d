import type { Rule } from "./rules";

/**
 * Every page, route handler and action, and who may use it. tests/unit/access.test.ts holds it complete;
 * tests/e2e/access.spec.ts walks it with every role, by raw requests.
 */
const C = "/[locale]/[conference]";

const of = (rule: Rule, ...addresses: string[]) =>
  Object.fromEntries(addresses.map((address) => [address, rule]));

export const pages: Record<string, Rule> = {
  ...of("everyone", "/empty", "/[locale]", "/[locale]/mailbox", "/[locale]/mailbox/[mail]"),
  ...of(
    "bearer",
    "/[locale]/sign-in",
    "/[locale]/sign-in/code",
    "/[locale]/sign-in/confirm",
    "/[locale]/sign-in/second-factor",
  ),
  ...of("nobody", `${C}/[...rest]`),
  ...of("person", "/[locale]/account", `${C}/programme/[session]/seat`),
  ...of("owner", "/[locale]/owner", "/[locale]/owner/new", "/[locale]/owner/next/[slug]"),
  ...of(
    "everyone",
    C,
    `${C}/accessibility`,
    `${C}/awards`,
    `${C}/demonstration`,
    `${C}/ideas`,
    `${C}/matchmaking`,
    `${C}/my-data/erased`,
    `${C}/news`,
    `${C}/news/[news]`,
    `${C}/past-editions`,
    `${C}/practical`,
    `${C}/privacy`,
    `${C}/programme`,
    `${C}/programme/[session]`,
    `${C}/register`,
    `${C}/speakers`,
  ),
  ...of("person", `${C}/agenda`, `${C}/my-data`, `${C}/my-data/erase`, `${C}/registration`),
  ...of(
    "participant",
    `${C}/programme/[session]/feedback`,
    `${C}/registration/cancel`,
    `${C}/registration/edit`,
    `${C}/registration/ticket`,
  ),
  ...of(
    "organiser",
    // Hosts of that very session, too: tests/integration/feedback.test.ts.
    `${C}/programme/[session]/feedback/results`,
    `${C}/admin`,
    `${C}/admin/audit`,
    `${C}/admin/clock`,
    `${C}/admin/clock/leave`,
    `${C}/admin/consents`,
    `${C}/admin/consents/[consent]`,
    `${C}/admin/consents/new`,
    `${C}/admin/exports`,
    `${C}/admin/invitations`,
    `${C}/admin/invitations/[invitation]`,
    `${C}/admin/news`,
    `${C}/admin/news/[item]`,
    `${C}/admin/news/new`,
    `${C}/admin/outbox`,
    `${C}/admin/outbox/[id]`,
    `${C}/admin/pages`,
    `${C}/admin/pages/[page]/[language]`,
    `${C}/admin/pages/[page]/[language]/history`,
    `${C}/admin/people`,
    `${C}/admin/programme`,
    `${C}/admin/programme/import`,
    `${C}/admin/programme/import/[import]`,
    `${C}/admin/programme/releases`,
    `${C}/admin/programme/releases/[release]`,
    `${C}/admin/programme/releases/[release]/draft`,
    `${C}/admin/programme/releases/[release]/publish`,
    `${C}/admin/programme/releases/publish`,
    `${C}/admin/programme/rooms`,
    `${C}/admin/programme/rooms/[room]`,
    `${C}/admin/programme/rooms/new`,
    `${C}/admin/programme/sessions/[id]`,
    `${C}/admin/programme/sessions/new`,
    `${C}/admin/programme/speakers`,
    `${C}/admin/programme/speakers/[speaker]`,
    `${C}/admin/programme/speakers/new`,
    `${C}/admin/programme/topics`,
    `${C}/admin/programme/topics/[topic]`,
    `${C}/admin/programme/topics/new`,
    `${C}/admin/questions`,
    `${C}/admin/questions/[question]`,
    `${C}/admin/questions/new`,
    `${C}/admin/registrations`,
    `${C}/admin/registrations/[id]`,
    `${C}/admin/registrations/[id]/edit`,
    `${C}/admin/registrations/move`,
    `${C}/admin/registrations/moved`,
    `${C}/admin/registrations/retyped`,
    `${C}/admin/seats`,
    `${C}/admin/seats/[session]`,
    `${C}/admin/settings`,
    `${C}/admin/settings/places`,
    `${C}/admin/settings/windows`,
    `${C}/admin/types`,
    `${C}/admin/types/[type]`,
    `${C}/admin/types/new`,
    `${C}/admin/waiting-list`,
  ),
};

export const routes: Record<string, Rule> = {
  ...of(
    "everyone",
    "GET /",
    "GET /api/agenda/[conference]",
    "GET /api/health",
    "GET /mailbox",
    "GET /api/me",
    "GET /api/offline",
    "GET /api/places/[conference]",
    "GET /api/ready",
    "GET /api/schedule/[conference]/[format]",
    "GET /api/seats/[conference]",
    "GET /photos/[id]",
    `GET ${C}/programme/[session]/session.ics`,
    `GET ${C}/programme/search.json`,
    `GET ${C}/schedule.ics`,
    `GET ${C}/schedule.json`,
    `GET ${C}/schedule.xml`,
    `GET ${C}/social/[[...page]]`,
  ),
  ...of(
    "person",
    "POST /api/seats/[conference]",
    "POST /api/stars/[conference]",
    `GET ${C}/agenda/calendar`,
    `GET ${C}/my-data/download`,
  ),
  // The key in the address is the proof.
  ...of("bearer", "GET /feeds/[key]"),
  ...of("participant", `GET ${C}/registration/calendar`),
  ...of(
    "organiser",
    `GET ${C}/admin/programme/export`,
    `GET ${C}/admin/registrations/export`,
    `GET ${C}/admin/seats/[session]/export`,
    `POST ${C}/admin/registrations/export`,
  ),
};

/** What an action gets before the state and the form; tests/e2e/support/samples.ts gives a value to each. */
export type Bound =
  | "conference"
  | "locale"
  | "path"
  | "token"
  | "type"
  | "question"
  | "consent"
  | "consentVersion"
  | "import"
  | "invitation"
  | "newsItem"
  | "registration"
  | "release"
  | "mail"
  | "page"
  | "person"
  | "role"
  | "room"
  | "topic"
  | "speaker"
  | "draftSession"
  | "session"
  | "sessionSlug"
  | "seat";

const action = (rule: Rule, ...bound: Bound[]) => ({ rule, bound });

export const actions: Record<string, { rule: Rule; bound: Bound[] }> = {
  "auth-sessions/signOut": action("bearer", "locale"),
  "auth-sessions/signOutElsewhere": action("person", "session"),
  "auth-sessions/signOutEverywhere": action("person", "locale"),
  "bookings/bookAction": action("person", "conference", "locale", "sessionSlug"),
  "bookings/giveBackAction": action("person", "conference", "locale", "sessionSlug"),
  "bookings/swapAction": action("person", "conference", "locale", "sessionSlug"),
  "bulk/moveRegistrations": action("organiser", "conference"),
  "bulk/undoMove": action("organiser", "conference"),
  "cancellations/cancelAction": action("participant", "conference", "locale"),
  "cancellations/undoCancelAction": action("person", "conference", "locale"),
  "conferences/leaveRehearsal": action("organiser", "conference"),
  "conferences/savePlaces": action("organiser", "conference"),
  "conferences/saveSettings": action("organiser", "conference"),
  "conferences/saveWindows": action("organiser", "conference"),
  "conferences/setClock": action("organiser", "conference"),
  "consents/arrangeConsent": action("organiser", "conference", "consent"),
  "consents/saveConsent": action("organiser", "conference", "consent"),
  "corrections/correct": action("organiser", "conference", "registration"),
  "corrections/correctSensitive": action("organiser", "conference", "registration"),
  "dossiers/resend": action("organiser", "conference", "registration"),
  "dossiers/showSensitive": action("organiser", "conference", "registration"),
  "editions/createConference": action("owner"),
  "editions/createNextEdition": action("owner"),
  "erasures/eraseMyAccount": action("person", "conference"),
  "feedback/giveFeedbackAction": action("participant", "conference", "locale", "sessionSlug"),
  "feeds/makeFeedAction": action("person", "conference", "locale"),
  "feeds/renewFeedAction": action("person", "conference", "locale"),
  "feeds/revokeFeedAction": action("person", "conference"),
  "given-consents/chooseConsentAction": action("participant", "conference", "consentVersion"),
  "imports/applyAction": action("organiser", "conference", "import"),
  "imports/uploadAction": action("organiser", "conference"),
  "invitations/endInvitation": action("organiser", "conference", "invitation"),
  "invitations/saveInvitation": action("organiser", "conference", "invitation"),
  "invitations/makeInvitation": action("organiser", "conference"),
  "news/deleteNews": action("organiser", "conference", "newsItem"),
  "news/saveNews": action("organiser", "conference", "newsItem"),
  "offers/acceptOfferAction": action("participant", "conference", "locale"),
  "offers/declineOfferAction": action("participant", "conference", "locale"),
  "outbox/retry": action("organiser", "conference", "mail"),
  "pages/restorePage": action("organiser", "conference", "page", "locale"),
  "pages/savePage": action("organiser", "conference", "page", "locale"),
  "participant-types/arrangeParticipantType": action("organiser", "conference", "type"),
  "participant-types/saveParticipantType": action("organiser", "conference", "type"),
  "people/saveMyself": action("person"),
  "publishing/publishAction": action("organiser", "conference", "release"),
  "questions/arrangeQuestion": action("organiser", "conference", "question"),
  "questions/saveQuestion": action("organiser", "conference", "question"),
  "registrations/changeAction": action("participant", "conference", "locale"),
  "registrations/registerAction": action("person", "conference", "locale"),
  "restoring/restoreAction": action("organiser", "conference", "release"),
  "roles/appointOwner": action("owner"),
  "roles/assignRole": action("organiser", "conference"),
  "roles/dismissOwner": action("owner", "person"),
  "roles/withdrawRole": action("organiser", "conference", "person", "role"),
  "rooms/arrangeRoom": action("organiser", "conference", "room"),
  "rooms/deleteRoom": action("organiser", "conference", "room"),
  "rooms/saveRoom": action("organiser", "conference", "room"),
  "seats/removeSeatAction": action("organiser", "conference", "locale", "sessionSlug", "seat"),
  "seats/saveSeatMinutes": action("organiser", "conference"),
  "second-factors/beginFactor": action("person"),
  "second-factors/confirmFactor": action("person"),
  "second-factors/removeFactor": action("person"),
  "second-factors/showFactor": action("bearer", "locale", "path"),
  "session-moves/moveSession": action("organiser", "conference"),
  "session-states/changeSessionState": action("organiser", "conference", "draftSession"),
  "sessions/saveSession": action("organiser", "conference", "draftSession"),
  "sign-in/askForMail": action("bearer", "locale", "path"),
  "sign-in/sendAgain": action("bearer", "locale"),
  "sign-in/signInByCode": action("bearer", "locale"),
  "sign-in/signInByLink": action("bearer", "locale", "token"),
  "type-changes/giveType": action("organiser", "conference"),
  "type-changes/undoGiveType": action("organiser", "conference"),
  "speakers/arrangeSpeaker": action("organiser", "conference", "speaker"),
  "speakers/saveSpeaker": action("organiser", "conference", "speaker"),
  "topics/arrangeTopic": action("organiser", "conference", "topic"),
  "topics/saveTopic": action("organiser", "conference", "topic"),
};
