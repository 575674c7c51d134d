import type { Conference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import type { ProgrammeSession } from "@/lib/programme/rules";

/** A few sessions in a panel: when, what, where. */
export function SessionRows({
  conference,
  title,
  sessions,
}: {
  conference: Conference & { reader: Locale };
  title: string;
  sessions: ProgrammeSession[];
}) {
  const { reader, slug, locale, timeZone } = conference;
  if (sessions.length === 0) return null;
  return (
    <>
      <h3 className="mt-5 text-[13px] font-semibold tracking-normal text-ink-3">{title}</h3>
      <ul>
        {sessions.map((session) => (
          <li key={session.slug} className="border-t border-line py-2 first:border-t-0">
            <a
              href={`/${reader}/${slug}/programme/${session.slug}`}
              lang={locale === reader ? undefined : locale}
              className="link inline-flex min-h-11 items-center font-semibold wide:min-h-8"
            >
              {session.title}
            </a>
            <p className="text-[13px] text-ink-2 tabular-nums">
              {formatInstant(session.startsAt, "moment", reader, timeZone)}–
              {formatInstant(session.endsAt, "time", reader, timeZone)}
              {session.room ? ` · ${session.room.name}` : null}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
