import { formatInstant, zoneNames } from "@/lib/dates";
import { env } from "@/lib/env";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locales";
import { type translatorFor, translatorsFor } from "@/lib/i18n/translator";
import type { Told } from "@/lib/publishing/rules";
import type { Change } from "@/lib/releases/rules";
import { composeMail, type MailBlock } from "./compose";
import type { Mail } from "./queue";

type OfConference = {
  id: string;
  slug: string;
  name: string;
  mode: "rehearsal" | "live";
  timeZone: string;
  contactEmail: string | null;
};
type Reader = { personId: string; email: string; givenName: string | null; locale: string };
type Words = Awaited<ReturnType<typeof translatorFor<"releaseMail">>>;
type Times = { startsAt: string; endsAt: string };

/**
 * The one mail that tells a person what a release changed for them; a writer is for one release. Loads the words
 * of every language first.
 */
export async function releaseMailWriter() {
  const byLocale = await translatorsFor("releaseMail");
  // A session is told in the same words to all who read one language and fared alike: thousands who starred it.
  const written = new Map<string, string>();
  const wordsOf = (one: Told, locale: Locale, timeZone: string): string => {
    const key = `${locale} ${one.session.id} ${one.seat} ${one.entry === null}`;
    const text = written.get(key) ?? sessionWords(byLocale[locale], one, locale, timeZone);
    written.set(key, text);
    return text;
  };
  const zones = new Map<string, string>();
  const zoneWords = (told: Told[], timeZone: string, locale: Locale): string => {
    const times = told.flatMap(timesOf);
    const key = `${locale} ${times.join(" ")}`;
    const text = zones.get(key) ?? zoneNames(times, timeZone, locale);
    zones.set(key, text);
    return text;
  };
  return (
    conference: OfConference,
    reader: Reader,
    { note }: { name: string; note: string },
    told: Told[],
  ): Mail => {
    const locale = isLocale(reader.locale) ? reader.locale : defaultLocale;
    const t = byLocale[locale];
    const values = { conference: conference.name, count: told.length };
    // Who only gained by it is told the good news, and not that something changed.
    const about = told.every(({ seat, entry }) => seat === "moved-up" && !entry) ? "movedUp" : "changed";
    const text = (words: string): MailBlock => ({ kind: "text", text: words });
    return {
      conference,
      personId: reader.personId,
      recipient: reader.email,
      locale,
      kind: "release-changes",
      content: composeMail({
        locale,
        subject: t(`${about}.subject`, values),
        heading: t(`${about}.heading`, values),
        blocks: [
          text(reader.givenName ? t("greeting", { name: reader.givenName }) : t("greetingAll")),
          text(t(`${about}.intro`, values)),
          ...told.map((one) => text(wordsOf(one, locale, conference.timeZone))),
          ...(note ? [text(t("note", { note }))] : []),
          {
            kind: "button",
            label: t("button"),
            url: `${env().BASE_URL}/${locale}/${conference.slug}/agenda`,
          },
          { kind: "small", text: t("zone", { zone: zoneWords(told, conference.timeZone, locale) }) },
        ],
        footer: t("footer", values),
      }),
    };
  };
}

/** Every instant of which the mail says the time. */
const timesOf = ({ session, entry }: Told) =>
  [
    session.startsAt,
    ...(entry?.changes ?? []).flatMap((one) => (one.what === "moved" ? one.from.startsAt : [])),
  ].map((time) => new Date(time));

/** The title, and under it a line for each thing that changed. */
function sessionWords(t: Words, { session, entry, seat }: Told, locale: Locale, timeZone: string): string {
  const when = ({ startsAt, endsAt }: Times) => {
    const [from, to] = [new Date(startsAt), new Date(endsAt)];
    return t("when", {
      day: formatInstant(from, "dayShort", locale, timeZone),
      from: formatInstant(from, "time", locale, timeZone),
      to: formatInstant(to, "time", locale, timeZone),
    });
  };
  const line = (change: Change): string | null => {
    switch (change.what) {
      case "moved":
        return t("moved", { from: when(change.from), to: when(change.to) });
      case "room":
        return t("room", { from: change.from ?? t("noRoom"), to: change.to ?? t("noRoom") });
      case "cancelled":
        return t("cancelled", { when: when(session) });
      case "uncancelled":
        return t("uncancelled", { when: when(session) });
      default:
        return null;
    }
  };
  const lines = [
    session.title,
    ...(entry?.entry === "removed" ? [t("removed", { when: when(session) })] : []),
    ...(entry?.changes ?? []).map(line),
    ...(seat === "moved-up" && !entry ? [[when(session), session.room].filter(Boolean).join(" · ")] : []),
    seat && t(`seat.${seat}`),
  ];
  return lines.filter(Boolean).join("\n");
}
