import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { conferenceNow } from "@/lib/clock";
import type { Conference } from "@/lib/conferences/queries";
import { formatInstant, zoneName } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import { pluralForms } from "@/lib/i18n/plural";
import { findPlaceCount } from "@/lib/places/queries";
import { LivePlaces } from "./live-places";

/** The panel of the home page: how many places are left, and the one thing to do about it. */
export async function PlacesPanel({ conference }: { conference: Conference & { reader: Locale } }) {
  const t = await getTranslations("places");
  const { reader, slug, timeZone } = conference;
  const window = conference.windows.registration;
  const now = conferenceNow(conference);
  const { capacity, left } = await findPlaceCount(db, conference.id, now);
  const moment = (instant: Date | null) =>
    instant ? formatInstant(instant, "moment", reader, timeZone) : "";
  const day = (instant: Date | null) => (instant ? formatInstant(instant, "day", reader, timeZone) : "");
  const closesAt = window.closesAt;
  return (
    <LivePlaces
      conference={slug}
      locale={reader}
      initial={{ capacity, left }}
      now={now.toISOString()}
      standsStill={conference.mode === "rehearsal" && conference.clockSetAt !== null}
      window={{ opensAt: window.opensAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null }}
      links={{
        register: `/${reader}/${slug}/register`,
        mine: `/${reader}/${slug}/registration`,
      }}
      words={{
        title: t("title"),
        left: pluralForms(reader, (count) => t("left", { count })),
        none: t("none"),
        capacity: pluralForms(reader, (count) => t("capacity", { count })),
        taken: t("taken", { taken: "{taken}", capacity: "{capacity}" }),
        thereafter: t("thereafter"),
        waiting: t("waiting"),
        register: t("register"),
        joinWaitingList: t("joinWaitingList"),
        upcoming: t("opensOn", { date: day(window.opensAt) }),
        upcomingHint: t("opensHint"),
        unset: t("unset"),
        closed: t("closedSince", { date: day(closesAt) }),
        closedHint: t("closedHint"),
        seeMine: t("seeMine"),
        until: closesAt
          ? t("until", { moment: moment(closesAt), zone: zoneName(closesAt, timeZone, reader) })
          : "",
      }}
    />
  );
}
