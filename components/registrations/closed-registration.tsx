import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { conferenceNow } from "@/lib/clock";
import type { Conference } from "@/lib/conferences/queries";
import { windowState } from "@/lib/conferences/rules";
import { formatInstant, zoneName } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";

type Reading = Conference & { reader: Locale };

/** Why one cannot register now, and since when or from when. */
export async function ClosedNotice({ conference }: { conference: Reading }) {
  const t = await getTranslations("registration.window");
  const { reader, timeZone } = conference;
  const { opensAt, closesAt } = conference.windows.registration;
  const moment = (at: Date) => ({
    moment: formatInstant(at, "moment", reader, timeZone),
    zone: zoneName(at, timeZone, reader),
  });
  const closed =
    windowState(conference.windows.registration, conferenceNow(conference)) === "closed" && closesAt;
  return (
    <Notice tone={closed ? "warn" : "info"} title={closed ? t("closed") : t("upcoming")}>
      <p>
        {closed ? t("closedAt", moment(closesAt)) : opensAt ? t("opensAt", moment(opensAt)) : t("noDate")}
      </p>
      {conference.contactEmail ? (
        <p className="mt-1">{t("contact", { contact: conference.contactEmail })}</p>
      ) : null}
    </Notice>
  );
}

/** For someone signed in: why, and what to do instead. */
export async function ClosedRegistration({ conference }: { conference: Reading }) {
  const t = await getTranslations("registration.window");
  const { reader, slug } = conference;
  return (
    <div className="grid max-w-[640px] gap-5">
      <ClosedNotice conference={conference} />
      <div className="flex flex-wrap gap-3">
        <ButtonLink look="secondary" href={`/${reader}/${slug}/registration`}>
          {t("mine")}
        </ButtonLink>
        <ButtonLink look="quiet" href={`/${reader}/${slug}`}>
          {t("home")}
        </ButtonLink>
      </div>
    </div>
  );
}
