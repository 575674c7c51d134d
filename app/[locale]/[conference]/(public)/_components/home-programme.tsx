import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { db } from "@/db/client";
import type { Conference } from "@/lib/conferences/queries";
import { formatDay, formatInstant } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import { listProgramme } from "@/lib/programme/queries";
import { byDay } from "@/lib/programme/rules";

const GLIMPSE = 5;

/** Each day's first sessions. */
export async function HomeProgramme({ conference }: { conference: Conference & { reader: Locale } }) {
  const t = await getTranslations("home.programme");
  const { reader, slug, timeZone, locale } = conference;
  const sessions = await listProgramme(db, conference, reader);
  const days = byDay(
    sessions.filter(({ kind }) => kind !== "break"),
    timeZone,
  );
  const address = `/${reader}/${slug}/programme`;
  return (
    <Section
      title={t("title")}
      more={
        days.length > 0 ? (
          <a href={address} className="link inline-flex min-h-11 items-center">
            {t("all")}
          </a>
        ) : null
      }
    >
      {days.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <div className="grid gap-x-10 gap-y-8 wide:grid-cols-3">
        {days.map(({ day, sessions: all }) => (
          <div key={day}>
            <h3 className="border-t-2 border-ink pt-3 text-lg">
              <a href={`${address}?day=${day}`} className="reach text-ink no-underline hover:underline">
                {formatDay(day, "dayShort", reader)}
              </a>
            </h3>
            <ul className="glimpse">
              {all.slice(0, GLIMPSE).map((session) => (
                <li key={session.slug}>
                  <time dateTime={session.startsAt.toISOString()}>
                    {formatInstant(session.startsAt, "time", reader, timeZone)}
                  </time>
                  <a href={`${address}/${session.slug}`} lang={locale === reader ? undefined : locale}>
                    {session.title}
                  </a>
                </li>
              ))}
            </ul>
            {all.length > GLIMPSE ? (
              <a
                href={`${address}?day=${day}`}
                className="link inline-flex min-h-11 items-center pl-[52px] text-[15px]"
              >
                {t("more", { count: all.length - GLIMPSE })}
              </a>
            ) : null}
          </div>
        ))}
      </div>
    </Section>
  );
}
