import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/components/conferences/page-metadata";
import { Monogram } from "@/components/ui/monogram";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { loadConference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { listProgramme, listSpeakers } from "@/lib/programme/queries";

type Props = PageProps<"/[locale]/[conference]/speakers">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const conference = await loadConference(await params);
  const t = await getTranslations("speakers");
  return pageMetadata(conference, "/speakers", {
    title: t("title"),
    description: t("lead", { name: conference.name }),
  });
}

export default async function SpeakersPage({ params }: Props) {
  const conference = await loadConference(await params);
  const t = await getTranslations("speakers");
  const { reader, slug, timeZone, locale, name: conferenceName } = conference;
  const speakers = await listSpeakers(db, conference, reader);
  const sessions = await listProgramme(db, conference, reader);
  return (
    <PageShell title={t("title")} lead={t("lead", { name: conferenceName })}>
      {speakers.length === 0 ? <p className="max-w-[62ch] text-ink-2">{t("none")}</p> : null}
      <ul className="grid gap-x-10 sm:grid-cols-2">
        {speakers.map(({ slug: id, name, affiliation, about, aboutIn }) => {
          const parts = sessions.flatMap((session) => {
            const speaks = session.speakers.some((one) => one.slug === id);
            const moderates = session.moderators.some((one) => one.slug === id);
            return speaks || moderates ? [{ session, moderates: !speaks }] : [];
          });
          return (
            <li key={id} id={id} className="grid grid-cols-[56px_1fr] gap-4 border-t border-line py-5">
              <Monogram name={name} />
              <div className="min-w-0">
                <h2 className="text-lg">{name}</h2>
                {affiliation ? <p className="mt-0.5 text-sm text-ink-2">{affiliation}</p> : null}
                {about ? (
                  <p lang={aboutIn === reader ? undefined : aboutIn} className="mt-2 text-[15px]">
                    {about}
                  </p>
                ) : null}
                <ul className="mt-2 grid text-[15px]">
                  {parts.map(({ session, moderates }) => (
                    <li key={session.slug}>
                      <a
                        href={`/${reader}/${slug}/programme/${session.slug}`}
                        lang={locale === reader ? undefined : locale}
                        className="link inline-flex min-h-11 items-center wide:min-h-8"
                      >
                        {session.title}
                      </a>
                      <span className="block text-[13px] text-ink-3">
                        {formatInstant(session.startsAt, "moment", reader, timeZone)}
                        {moderates ? ` · ${t("moderates")}` : null}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            </li>
          );
        })}
      </ul>
    </PageShell>
  );
}
