import { getTranslations } from "next-intl/server";
import { Press } from "@/components/registrations/press";
import { ButtonLink } from "@/components/ui/button";
import { undoCancelAction } from "@/lib/cancellations/actions";
import { conferenceNow } from "@/lib/clock";
import type { Conference } from "@/lib/conferences/queries";
import { formatDayRange, formatInstant, zoneName } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import { endOfDay } from "@/lib/local-time";
import { acceptOfferAction, declineOfferAction } from "@/lib/offers/actions";
import { offerIsOpen } from "@/lib/offers/rules";
import type { Mine } from "@/lib/registrations/queries";
import { mayRegisterAgain, mayUndo } from "@/lib/registrations/rules";

type Props = { conference: Conference & { reader: Locale }; mine: Mine };

/** How it stands, what that means, and what can be done about it. */
export async function Standing({ conference, mine }: Props) {
  const t = await getTranslations("myRegistration");
  const { reader, slug, timeZone } = conference;
  const now = conferenceNow(conference);
  const moment = (at: Date) => formatInstant(at, "moment", reader, timeZone);
  if (mine.state === "cancelled") {
    const over = now > endOfDay(conference.endsOn, timeZone);
    const reason = mine.cancelReason ?? "participant";
    return (
      <section className="grid gap-4">
        <Words
          title={t("cancelled.title")}
          text={t(`cancelled.${reason}`, { moment: mine.cancelledAt ? moment(mine.cancelledAt) : "–" })}
        />
        {mine.declineReason ? (
          <blockquote className="max-w-[62ch] border-l-2 border-line-strong pl-4 break-words whitespace-pre-line">
            {mine.declineReason}
          </blockquote>
        ) : null}
        {mayUndo(mine) && !over ? <p className="text-ink-2">{t("cancelled.participantUndo")}</p> : null}
        <div className="flex flex-wrap items-start gap-3">
          {mayUndo(mine) && !over ? (
            <Press action={undoCancelAction.bind(null, slug, reader)} busy={t("cancelled.busy")}>
              {t("cancelled.undo")}
            </Press>
          ) : null}
          {mayRegisterAgain(mine) && !over ? (
            <ButtonLink look="secondary" href={`/${reader}/${slug}/register`}>
              {t("registerAgain")}
            </ButtonLink>
          ) : null}
        </div>
      </section>
    );
  }
  if (mine.state === "offered" && mine.offeredUntil) {
    const open = offerIsOpen(mine.offeredUntil, now);
    const until = { until: moment(mine.offeredUntil), zone: zoneName(mine.offeredUntil, timeZone, reader) };
    return (
      <section className="grid gap-4 rounded-xl border border-yours-line bg-yours-wash p-5">
        <Words title={t("offered.title")} text={open ? t("offered.text", until) : t("offered.over", until)} />
        {open ? (
          <div className="flex flex-wrap items-start gap-3">
            <Press action={acceptOfferAction.bind(null, slug, reader)} busy={t("offered.busy")}>
              {t("offered.accept")}
            </Press>
            <Press
              look="secondary"
              action={declineOfferAction.bind(null, slug, reader)}
              busy={t("offered.busy")}
            >
              {t("offered.decline")}
            </Press>
          </div>
        ) : null}
      </section>
    );
  }
  if (mine.state === "pending" || mine.state === "waitlisted")
    return (
      <Words
        title={
          mine.state === "pending" ? t("pending.title") : t("waitlisted.title", { position: mine.position })
        }
        text={
          mine.state === "pending"
            ? t("pending.text")
            : t("waitlisted.text", { hours: conference.offerHours })
        }
      />
    );
  return (
    <Words
      title={t("confirmed.title")}
      text={
        mine.checkedInAt
          ? t("confirmed.checkedIn", { moment: moment(mine.checkedInAt) })
          : t("confirmed.text", { dates: formatDayRange(conference.startsOn, conference.endsOn, reader) })
      }
    />
  );
}

function Words({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h2 className="text-2xl">{title}</h2>
      <p className="mt-2 max-w-[62ch] text-lg text-ink-2">{text}</p>
    </div>
  );
}
