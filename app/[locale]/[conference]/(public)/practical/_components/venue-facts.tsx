import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import type { Conference } from "@/lib/conferences/queries";
import { formatDayRange, zoneName } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import { instantOf } from "@/lib/local-time";
import { listRooms } from "@/lib/programme/queries";

/** What the portal knows by itself: venue, dates, rooms and whom to ask. */
export async function VenueFacts({
  conference,
  withRooms,
}: {
  conference: Conference & { reader: Locale };
  /** The organiser's text usually tells of the rooms itself. */
  withRooms: boolean;
}) {
  const t = await getTranslations("pages.practical");
  const { venueName, venueAddress, venueCity, startsOn, endsOn, timeZone, reader, contactEmail } = conference;
  const rooms = withRooms ? await listRooms(db, conference) : [];
  const address = [venueName, venueAddress, venueCity].filter(Boolean).join(", ");
  const zone = zoneName(instantOf(`${startsOn}T12:00`, timeZone), timeZone, reader);
  const term = "text-[13px] text-ink-3";
  return (
    <aside className="wide:col-start-2 wide:row-start-1 rounded-xl border border-line bg-surface p-5">
      <dl className="grid gap-4">
        <div>
          <dt className={term}>{t("venue")}</dt>
          <dd>
            <span className="block font-semibold">{venueName}</span>
            {[venueAddress, venueCity].filter(Boolean).join(", ")}
            <a
              href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`}
              rel="noreferrer"
              className="link flex min-h-11 items-center text-[15px]"
            >
              {t("map")}
            </a>
          </dd>
        </div>
        <div>
          <dt className={term}>{t("dates")}</dt>
          <dd className="font-semibold">{formatDayRange(startsOn, endsOn, reader)}</dd>
        </div>
        <div>
          <dt className={term}>{t("zone")}</dt>
          <dd>
            {timeZone} ({zone})
          </dd>
        </div>
        {contactEmail ? (
          <div>
            <dt className={term}>{t("contact")}</dt>
            <dd>
              <a href={`mailto:${contactEmail}`} className="link inline-flex min-h-11 items-center break-all">
                {contactEmail}
              </a>
            </dd>
          </div>
        ) : null}
      </dl>
      {rooms.length > 0 ? (
        <table className="mt-4 w-full text-sm">
          <caption className="pb-1 text-left text-[13px] text-ink-3">{t("rooms")}</caption>
          <thead className="text-left text-[13px] text-ink-3">
            <tr>
              <th className="border-b border-line py-1.5 font-semibold">{t("room")}</th>
              <th className="border-b border-line px-2 py-1.5 font-semibold">{t("level")}</th>
              <th className="border-b border-line py-1.5 text-right font-semibold">{t("seats")}</th>
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {rooms.map(({ id, name, floor, seats }) => (
              <tr key={id}>
                <td className="border-b border-line py-1.5">{name}</td>
                <td className="border-b border-line px-2 py-1.5">{floor}</td>
                <td className="border-b border-line py-1.5 text-right">{seats}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </aside>
  );
}
