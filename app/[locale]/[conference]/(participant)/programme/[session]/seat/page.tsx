import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Offline } from "@/components/agenda/programme-agenda";
import { Notice } from "@/components/ui/notice";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { requireGuest } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { loadConference } from "@/lib/conferences/queries";
import { formatInstant, zoneName } from "@/lib/dates";
import { findSeatStanding } from "@/lib/seats/queries";
import { mayGiveBack, seatRefusal } from "@/lib/seats/rules";
import { Booking } from "./_components/booking";
import { Closed, Unconfirmed } from "./_components/closed";
import { OwnSeat } from "./_components/own-seat";

type Props = PageProps<"/[locale]/[conference]/programme/[session]/seat">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("seats.page"))("state") };
}

const notices = ["booked", "waiting", "given-back", "swapped"] as const;

/** The reader's seat in a session: what it is, and the forms to book, wait, swap and give back. */
export default async function SeatPage({ params, searchParams }: Props) {
  const { session: slug } = await params;
  const conference = await loadConference(await params);
  const { reader, locale, timeZone, ...rest } = conference;
  const guest = await requireGuest(rest.slug);
  const [t, standing, asked] = await Promise.all([
    getTranslations("seats"),
    findSeatStanding(db, guest, slug),
    searchParams,
  ]);
  if (!standing) notFound();
  const { session, registration, own } = standing;
  const now = conferenceNow(guest.conference);
  const { seatMinutes } = guest.conference;
  const refusal = seatRefusal(session, seatMinutes, now);
  const done = notices.find((notice) => notice === asked.done);
  const time = (instant: Date) => formatInstant(instant, "time", reader, timeZone);
  const here = { conference: rest.slug, reader, timeZone };
  return (
    <PageShell
      title={<span lang={reader === locale ? undefined : locale}>{session.title}</span>}
      lead={
        <span className="tabular-nums">
          {formatInstant(session.startsAt, "day", reader, timeZone)}, {time(session.startsAt)}–
          {time(session.endsAt)} {zoneName(session.startsAt, timeZone, reader)}
          {session.room ? ` · ${session.room}` : ""}
        </span>
      }
    >
      <div className="grid max-w-[620px] gap-6">
        {done ? (
          <Notice tone="ok" live>
            {t(`done.${done}`)}
          </Notice>
        ) : null}
        {own ? (
          <OwnSeat
            here={here}
            standing={standing}
            own={own}
            mayGiveBack={mayGiveBack(session, seatMinutes, now, own.bookedAt)}
            maySwap={refusal === null}
          />
        ) : refusal ? (
          <Closed refusal={refusal} />
        ) : registration === "confirmed" ? (
          <Booking here={here} standing={standing} again={done === "given-back"} />
        ) : (
          <Unconfirmed here={here} registered={registration !== undefined && registration !== "cancelled"} />
        )}
        <p className="flex flex-wrap gap-x-6 border-t border-line pt-4">
          <a className="link inline-block py-2.5" href={`/${reader}/${rest.slug}/programme/${slug}`}>
            {t("page.back")}
          </a>
          <a className="link inline-block py-2.5" href={`/${reader}/${rest.slug}/agenda`}>
            {t("page.agenda")}
          </a>
        </p>
      </div>
      <Offline conference={conference} changed={done !== undefined} />
    </PageShell>
  );
}
