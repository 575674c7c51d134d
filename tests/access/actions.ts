import type { Rule } from "./rules";

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
  | "edition"
  | "registration"
  | "release"
  | "mail"
  | "page"
  | "person"
  | "photo"
  | "role"
  | "room"
  | "topic"
  | "speaker"
  | "draftSession"
  | "session"
  | "sessionSlug"
  | "seat";

const action = (rule: Rule, ...bound: Bound[]) => ({ rule, bound });

/** Every action and who may use it, as table.ts has it of pages and routes. */
export const actions: Record<string, { rule: Rule; bound: Bound[] }> = {
  "auth-sessions/signOut": action("bearer", "locale"),
  "auth-sessions/signOutElsewhere": action("person", "session"),
  "auth-sessions/signOutEverywhere": action("person", "locale"),
  "bookings/bookAction": action("person", "conference", "locale", "sessionSlug"),
  "bookings/giveBackAction": action("person", "conference", "locale", "sessionSlug"),
  "bookings/swapAction": action("person", "conference", "locale", "sessionSlug"),
  "bulk-actions/moveRegistrations": action("organiser", "conference"),
  "bulk-actions/undoMove": action("organiser", "conference"),
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
  "factor-resets/resetFactor": action("owner"),
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
  "outbox/retryPortal": action("owner", "mail"),
  "past-editions/deleteEdition": action("organiser", "conference", "edition"),
  "past-editions/saveEdition": action("organiser", "conference", "edition"),
  "pages/restorePage": action("organiser", "conference", "page", "locale"),
  "pages/savePage": action("organiser", "conference", "page", "locale"),
  "participant-types/arrangeParticipantType": action("organiser", "conference", "type"),
  "participant-types/saveParticipantType": action("organiser", "conference", "type"),
  "people/saveMyself": action("person"),
  "photos/erasePhotoAction": action("owner", "conference", "photo"),
  "publishing/publishAction": action("organiser", "conference", "release"),
  "questions/arrangeQuestion": action("organiser", "conference", "question"),
  "questions/saveQuestion": action("organiser", "conference", "question"),
  "registrations/changeAction": action("participant", "conference", "locale"),
  "registrations/registerAction": action("person", "conference", "locale"),
  "draft-restores/restoreAction": action("organiser", "conference", "release"),
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
