import { useTranslations } from "next-intl";
import type { Conference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";

/** On every page of a conference in rehearsal: which moment it shows, and that nothing leaves the house. */
export function RehearsalStrip({ conference }: { conference: Conference & { reader: Locale } }) {
  const t = useTranslations("conference");
  if (conference.mode !== "rehearsal") return null;
  const { clockSetAt, timeZone, venueCity, reader } = conference;
  return (
    <aside aria-label={t("rehearsal.label")} className="rehearsal">
      <p className="wrap">
        <strong>{`${t("rehearsal.label")}.`}</strong>{" "}
        {clockSetAt
          ? t("rehearsal.clock", {
              moment: formatInstant(clockSetAt, "moment", reader, timeZone),
              place: venueCity || timeZone,
            })
          : t("rehearsal.realTime")}{" "}
        <span>{t("rehearsal.mail")}</span>{" "}
        <a className="move-clock" href={`/${reader}/${conference.slug}/admin/clock`}>
          {t("rehearsal.moveClock")}
        </a>
        {conference.isDemonstration ? (
          <>
            {" "}
            <a className="about" href={`/${reader}/${conference.slug}/demonstration`}>
              {t("rehearsal.demonstration")}
            </a>
          </>
        ) : null}
      </p>
    </aside>
  );
}
