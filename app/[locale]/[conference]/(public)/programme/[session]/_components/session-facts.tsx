import { useTranslations } from "next-intl";
import { HostLink } from "@/components/agenda/host-link";
import { SessionStar } from "@/components/agenda/programme-agenda";
import { HeldSeat } from "@/components/seats/held-seat";
import { SeatPanel } from "@/components/seats/seat-panel";
import { ButtonLink } from "@/components/ui/button";
import { StateWord } from "@/components/ui/state-word";
import { conferenceNow } from "@/lib/clock";
import type { Conference } from "@/lib/conferences/queries";
import { formatInstant, zoneName } from "@/lib/dates";
import { feedbackState } from "@/lib/feedback/rules";
import type { Locale } from "@/lib/i18n/locales";
import { duration, type ProgrammeSession, phase } from "@/lib/programme/rules";

/** When, where, and whether a seat must be booked. */
export function SessionFacts({
  conference,
  session,
}: {
  conference: Conference & { reader: Locale };
  session: ProgrammeSession;
}) {
  const t = useTranslations("session");
  const minutes = useTranslations("programme");
  const feedback = useTranslations("feedback");
  const seat = useTranslations("seats");
  const { reader, slug, timeZone, venueName } = conference;
  const { startsAt, endsAt, room, seats } = session;
  const time = (instant: Date) => formatInstant(instant, "time", reader, timeZone);
  const standing = phase(session, conferenceNow(conference));
  const rating = feedbackState(session, timeZone, conferenceNow(conference));
  const here = `/${reader}/${slug}/programme/${session.slug}`;
  const term = "text-[13px] text-ink-3";
  return (
    <aside className="wide:col-start-2 wide:row-span-2 wide:row-start-1 rounded-xl border border-line bg-surface p-5">
      {standing === "now" ? <StateWord tone="ok">{t("now")}</StateWord> : null}
      {standing === "over" ? <StateWord tone="quiet">{t("over")}</StateWord> : null}
      <dl className="grid gap-4">
        <div>
          <dt className={term}>{t("when")}</dt>
          <dd>
            <span className="block font-semibold">{formatInstant(startsAt, "day", reader, timeZone)}</span>
            <span className="tabular-nums">
              <time dateTime={startsAt.toISOString()}>{time(startsAt)}</time>–
              <time dateTime={endsAt.toISOString()}>{time(endsAt)}</time>
            </span>{" "}
            <span className="text-sm text-ink-2">
              {zoneName(startsAt, timeZone, reader)} · {minutes("minutes", { count: duration(session) })}
            </span>
          </dd>
        </div>
        <div>
          <dt className={term}>{t("where")}</dt>
          <dd>
            <span className="block font-semibold">{room?.name ?? venueName}</span>
            <span className="text-sm text-ink-2">
              {[room?.floor ? t("floor", { floor: room.floor }) : null, room ? venueName : null]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </dd>
        </div>
        <div>
          <dt className={term}>{t("seats")}</dt>
          <dd>
            {seats && !session.cancelled ? (
              <SeatPanel conference={conference} session={{ ...session, seats }} />
            ) : seats ? (
              t("seatsBooked", { count: seats })
            ) : (
              <>
                {t("seatsOpen")}
                {session.cancelled ? null : (
                  <HeldSeat
                    conference={slug}
                    session={session.id}
                    href={`${here}/seat`}
                    label={seat("page.state")}
                  />
                )}
              </>
            )}
          </dd>
        </div>
      </dl>
      {rating === "open" ? (
        <ButtonLink href={`${here}/feedback`} className="mt-5 w-full print:hidden">
          {feedback("give")}
        </ButtonLink>
      ) : null}
      {rating === "open" || rating === "closed" ? (
        <HostLink
          conference={slug}
          session={session.id}
          href={`${here}/feedback/results`}
          label={feedback("results.title")}
        />
      ) : null}
      {session.kind === "break" ? null : (
        <div className="mt-5">
          <SessionStar conference={conference} session={session} />
        </div>
      )}
      <ButtonLink look="secondary" href={`${here}/session.ics`} className="mt-2.5 w-full print:hidden">
        {t("calendar")}
      </ButtonLink>
    </aside>
  );
}
