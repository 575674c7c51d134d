import type { LocalizedText } from "@/lib/i18n/text";
import type { Question } from "@/lib/questions/rules";

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
