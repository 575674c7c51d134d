import { formatInstant, zoneName } from "@/lib/dates";
import { env } from "@/lib/env";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { translatorsFor } from "@/lib/i18n/translator";
import { seatsClose } from "@/lib/seats/rules";
import { composeMail, type MailBlock } from "./compose";
import type { Mail } from "./queue";

/** What of a conference a mail about its seats needs, and its own now. */
export type OfSeats = {
  id: string;
  slug: string;
  name: string;
  mode: "rehearsal" | "live";
  timeZone: string;
  contactEmail: string | null;
  /** Until how many minutes before a session its seats are given back. */
  seatMinutes: number;
  now: Date;
};

type OfPerson = { personId: string; email: string; givenName: string; locale: string };
type OfSession = { slug: string; title: string; startsAt: Date; room: string | null };

/** movedUp: from the waiting list. removed: the organiser ended the seat or the wait. */
export type SeatMailKind = "movedUp" | "removed";

/** The mails about seats. Loads the words of every language first: writing one waits for nothing. */
export async function seatMailWriter() {
  const byLocale = await translatorsFor("seatMail");
  return (kind: SeatMailKind, conference: OfSeats, person: OfPerson, session: OfSession): Mail => {
    const locale = isLocale(person.locale) ? person.locale : defaultLocale;
    const t = byLocale[locale];
    const { timeZone, contactEmail } = conference;
    const moment = formatInstant(session.startsAt, "moment", locale, timeZone);
    const values = {
      conference: conference.name,
      session: session.title,
      when: `${moment} (${zoneName(session.startsAt, timeZone, locale)})`,
      room: session.room ?? "–",
    };
    const link = `${env().BASE_URL}/${locale}/${conference.slug}/programme/${session.slug}`;
    const late = conference.now > seatsClose(session.startsAt, conference.seatMinutes);
    const contact: MailBlock[] =
      kind === "removed" && contactEmail
        ? [{ kind: "small", text: t("contact", { contact: contactEmail }) }]
        : [];
    return {
      conference,
      personId: person.personId,
      recipient: person.email,
      locale,
      kind: `seat-${kind}`,
      content: composeMail({
        locale,
        subject: t(`${kind}.subject`, values),
        heading: t(`${kind}.heading`, values),
        blocks: [
          { kind: "text", text: t("greeting", { name: person.givenName }) },
          { kind: "text", text: t(`${kind}.text`, values) },
          { kind: "text", text: t("facts", values) },
          ...(kind === "movedUp" && late ? [{ kind: "text" as const, text: t("movedUp.late") }] : []),
          { kind: "button", label: t(`${kind}.button`), url: kind === "movedUp" ? `${link}/seat` : link },
          ...contact,
        ],
        footer: t("footer", values),
      }),
    };
  };
}
