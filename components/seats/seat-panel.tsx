import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { conferenceNow } from "@/lib/clock";
import type { Conference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import { pluralForms } from "@/lib/i18n/plural";
import { countSeats } from "@/lib/seat-waiting-list/queries";
import { seatErrors, seatsClose } from "@/lib/seats/rules";
import { CardSeats } from "./card-seats";
import { LiveSeatPanel } from "./live-seat-panel";

type Reading = { conference: Conference & { reader: Locale } };

/** On the page of a session that is booked: the seats at its rendering, which the browser keeps up to date. */
export async function SeatPanel({
  conference,
  session,
}: Reading & { session: { id: string; slug: string; seats: number; startsAt: Date } }) {
  const [t, errors, counts] = await Promise.all([
    getTranslations("seats"),
    getTranslations("errors"),
    countSeats(db, [session.id]),
  ]);
  const { reader, slug, timeZone, seatMinutes } = conference;
  const { booked = 0, waiting = 0 } = counts.get(session.id) ?? {};
  const closesAt = seatsClose(session.startsAt, seatMinutes);
  const moment = formatInstant(closesAt, "moment", reader, timeZone);
  const here = `/${reader}/${slug}`;
  return (
    <LiveSeatPanel
      conference={slug}
      locale={reader}
      session={session.id}
      initial={{ seats: session.seats, left: Math.max(0, session.seats - booked), waiting }}
      now={conferenceNow(conference).toISOString()}
      standsStill={conference.mode === "rehearsal" && conference.clockSetAt !== null}
      closesAt={closesAt.toISOString()}
      links={{ seat: `${here}/programme/${session.slug}/seat`, register: `${here}/register` }}
      words={{
        book: t("book"),
        join: t("join"),
        giveBack: t("giveBack"),
        leave: t("leave"),
        yours: t("yours"),
        waitingYours: t("waitingYours"),
        bookedText: t("page.bookedText"),
        waitingText: t("waitingText"),
        full: t("full"),
        left: pluralForms(reader, (count) => t("left", { count })),
        all: pluralForms(reader, (count) => t("all", { count })),
        waiting: pluralForms(reader, (count) => t("waiting", { count })),
        until: t("until", { moment }),
        closed: t("closed", { moment }),
        more: t("more"),
        register: t("register"),
        failed: t("failed"),
        doneBooked: t("done.booked"),
        doneBack: t("done.given-back"),
        errors: {
          ...Object.fromEntries(seatErrors.map((code) => [code, errors(code)])),
          // Presses are counted by the minute (lib/rate-limits).
          "too-many": errors("too-many", { minutes: 1 }),
        },
      }}
    />
  );
}

/** How many seats are left, on every card of a page. */
export async function SeatsOnCards({ conference }: Reading) {
  const t = await getTranslations("seats");
  const words = await getTranslations("programme");
  const { reader, slug } = conference;
  return (
    <CardSeats
      conference={slug}
      locale={reader}
      words={{
        seats: pluralForms(reader, (count) => words("seats", { count })),
        left: pluralForms(reader, (count) => t("cardLeft", { count })),
        waiting: pluralForms(reader, (count) => t("cardWaiting", { count })),
        full: t("full"),
      }}
    />
  );
}
