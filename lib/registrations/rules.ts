import type { LocalizedText } from "@/lib/i18n/text";
import type { Question } from "@/lib/questions/rules";
import type { CancelReason, RegistrationState } from "@/lib/registration-states/rules";

/** What the form of a conference asks: only what is not archived, in the organiser's order. */
export type RegistrationForm = {
  types: { id: string; name: LocalizedText; needsApproval: boolean }[];
  questions: Question[];
  consents: AskedConsent[];
};

/** A consent with the newest version of its wording. */
export type AskedConsent = {
  id: string;
  required: boolean;
  versionId: string;
  version: number;
  wording: LocalizedText;
};

/** The name of a consent's box: it carries the version that was read. */
export const consentKey = ({ versionId }: Pick<AskedConsent, "versionId">) => `c-${versionId}`;

/** As printed in a mail or on a card, in any case and with blanks. */
export const tidyInvitationCode = (typed: string) => typed.normalize("NFKC").toUpperCase().replace(/\s/g, "");

type Cancelled = { state: RegistrationState; cancelReason: CancelReason | null };

/** What the organiser ended, only the organiser begins again. */
export const mayRegisterAgain = ({ state, cancelReason }: Cancelled) =>
  state === "cancelled" && cancelReason !== "organiser" && cancelReason !== "declined";

/** One's own cancellation can be taken back, not what others or the clock ended. */
export const mayUndo = ({ state, cancelReason }: Cancelled) =>
  state === "cancelled" && cancelReason === "participant";

/** One's own data can be changed until the conference is over, and not once cancelled. */
export const mayChange = ({ state }: { state: RegistrationState }, now: Date, conferenceEnd: Date): boolean =>
  state !== "cancelled" && now <= conferenceEnd;

/** Someone who was checked in has come: there is nothing left to cancel. */
export const mayCancel = (
  { state, checkedInAt }: { state: RegistrationState; checkedInAt: Date | null },
  now: Date,
  conferenceEnd: Date,
): boolean => state !== "cancelled" && checkedInAt === null && now <= conferenceEnd;
