import { useTranslations } from "next-intl";
import { Monogram } from "@/components/ui/monogram";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";
import type { ProgrammeSession } from "@/lib/programme/rules";

/** Who speaks and who moderates. A picture says no more than the name beside it. */
export function SessionPeople({
  conference,
  session,
  photos,
}: {
  conference: Conference & { reader: Locale };
  session: ProgrammeSession;
  photos: { slug: string; photoId: string | null }[];
}) {
  const t = useTranslations("session");
  const photoOf = new Map(photos.map(({ slug, photoId }) => [slug, photoId]));
  const parts = [
    { part: "speakers", people: session.speakers },
    { part: "moderators", people: session.moderators },
  ] as const;
  return parts.map(({ part, people }) =>
    people.length > 0 ? (
      <section key={part} className="mt-8">
        <h2 className="text-[17px]">{t(part, { count: people.length })}</h2>
        <ul className="mt-3 grid gap-3 sm:grid-cols-2">
          {people.map(({ slug, name, affiliation }) => (
            <li key={slug} className="someone">
              <Monogram name={name} photo={photoOf.get(slug)} />
              <div>
                <a href={`/${conference.reader}/${conference.slug}/speakers#${slug}`}>{name}</a>
                {affiliation ? <p>{affiliation}</p> : null}
              </div>
            </li>
          ))}
        </ul>
      </section>
    ) : null,
  );
}
