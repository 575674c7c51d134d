import { formatDayRange, formatInstant, zoneName } from "@/lib/dates";
import { env } from "@/lib/env";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locales";
import { type translatorFor, translatorsFor } from "@/lib/i18n/translator";
import { spacedTicketCode } from "@/lib/tickets/rules";
import { composeMail, type MailBlock } from "./compose";
import type { Mail } from "./queue";

/** One for each move of a registration that its person is told of. */
export type RegistrationMailKind =
  | "received"
  | "confirmed"
  | "waiting"
  | "offered"
  | "offerExpired"
  | "cancelled"
  | "cancelledByOrganiser"
  | "approved"
  | "approvedWaiting"
  | "declined"
  | "approvalWithdrawn"
  | "placeWithdrawn";

type OfConference = {
  id: string;
  slug: string;
  name: string;
  mode: "rehearsal" | "live";
  timeZone: string;
  startsOn: string;
  endsOn: string;
  offerHours: number;
  venueName: string;
  venueCity: string;
  contactEmail: string | null;
};
type OfPerson = { personId: string; email: string; givenName: string; locale: string };
type Facts = {
  ticketCode: string | null;
  offeredUntil: Date | null;
  position: number | null;
  reason?: string | null;
};
type Words = Awaited<ReturnType<typeof translatorFor<"registrationMail">>>;

/**
 * The mails about registrations. Loads the words of every language first, so that writing one waits for
 * nothing: it is done while the conference's row is locked.
 */
export async function registrationMailWriter() {
  const byLocale = await translatorsFor("registrationMail");
  return (kind: RegistrationMailKind, conference: OfConference, person: OfPerson, facts: Facts): Mail => {
    const locale = isLocale(person.locale) ? person.locale : defaultLocale;
    const t = byLocale[locale];
    // A young conference may have no place yet.
    const place = [conference.venueName, conference.venueCity].filter(Boolean).join(", ");
    const values = {
      conference: conference.name,
      facts: [formatDayRange(conference.startsOn, conference.endsOn, locale), place]
        .filter(Boolean)
        .join("\n"),
      position: facts.position ?? 0,
      hours: conference.offerHours,
      until: facts.offeredUntil ? untilWords(facts.offeredUntil, locale, conference.timeZone) : "",
    };
    const link = `${env().BASE_URL}/${locale}/${conference.slug}/registration`;
    return {
      conference,
      personId: person.personId,
      recipient: person.email,
      locale,
      kind: `registration-${kind}`,
      content: composeMail({
        locale,
        subject: t(`${kind}.subject`, values),
        heading: t(`${kind}.heading`, values),
        blocks: [
          { kind: "text", text: t("greeting", { name: person.givenName }) },
          { kind: "text", text: t(`${kind}.text`, values) },
          ...(facts.reason ? [{ kind: "text" as const, text: t("reason", { reason: facts.reason }) }] : []),
          ...ticket(t, facts, kind),
          ...ending(t, kind, link, conference.contactEmail),
        ],
        footer: t("footer", values),
      }),
    };
  };
}

const untilWords = (until: Date, locale: Locale, timeZone: string) =>
  `${formatInstant(until, "moment", locale, timeZone)} (${zoneName(until, timeZone, locale)})`;

function ticket(t: Words, { ticketCode }: Facts, kind: RegistrationMailKind): MailBlock[] {
  if (!ticketCode || (kind !== "confirmed" && kind !== "approved")) return [];
  return [
    { kind: "text", text: t("ticket") },
    { kind: "code", code: spacedTicketCode(ticketCode) },
  ];
}

function ending(t: Words, kind: RegistrationMailKind, link: string, contact: string | null): MailBlock[] {
  const small = (text: string): MailBlock => ({ kind: "small", text });
  const button = (label: string): MailBlock => ({ kind: "button", label, url: link });
  const write = contact ? [small(t("contact", { contact }))] : [];
  switch (kind) {
    case "confirmed":
    case "approved":
      return [button(t("seeTicket")), small(t("cannotCome"))];
    case "offered":
      return [button(t("answerOffer")), small(t("offerEnds"))];
    case "declined":
    case "cancelledByOrganiser":
      return write;
    default:
      return [button(t("seeRegistration"))];
  }
}
