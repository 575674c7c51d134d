import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Offline, Stars } from "@/components/agenda/programme-agenda";
import { pageMetadata } from "@/components/conferences/page-metadata";
import { sessionData } from "@/components/programme/session-data";
import { TopicLabel } from "@/components/programme/topic-label";
import { SeatsOnCards } from "@/components/seats/seat-panel";
import { JsonLd } from "@/components/ui/json-ld";
import { Markdown } from "@/components/ui/markdown";
import { Notice } from "@/components/ui/notice";
import { db } from "@/db/client";
import { type Conference, loadConference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { env } from "@/lib/env";
import { excerpt } from "@/lib/news/rules";
import { listProgramme, listSpeakers } from "@/lib/programme/queries";
import { Nearby } from "./_components/nearby";
import { SessionFacts } from "./_components/session-facts";
import { SessionPeople } from "./_components/session-people";

export const generateStaticParams = () => [];

type Props = PageProps<"/[locale]/[conference]/programme/[session]">;

const load = cache(async (locale: string, slug: string, session: string) => {
  const conference = await loadConference({ locale, conference: slug });
  const all = await listProgramme(db, conference, conference.reader);
  const found = all.find((one) => one.slug === session);
  if (!found) notFound();
  return { conference, all, session: found };
});

const ofParams = async ({ params }: Props) => {
  const { locale, conference, session } = await params;
  return load(locale, conference, session);
};

/** Titles and abstracts are in the conference's language. */
const textLang = ({ locale, reader }: Conference & { reader: string }) =>
  locale === reader ? undefined : locale;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { conference, session } = await ofParams(props);
  const t = await getTranslations();
  const facts = t("session.description", {
    kind: t(`programme.kinds.${session.kind}` as "programme.kinds.plenary"),
    when: formatInstant(session.startsAt, "moment", conference.reader, conference.timeZone),
    room: session.room?.name ?? conference.venueName,
    name: conference.name,
  });
  return pageMetadata(conference, `/programme/${session.slug}`, {
    title: session.title,
    description: session.abstract ? `${excerpt(session.abstract, 120)} ${facts}` : facts,
  });
}

export default async function SessionPage(props: Props) {
  const { conference, all, session } = await ofParams(props);
  const t = await getTranslations("session");
  const kind = (await getTranslations("programme.kinds"))(session.kind as "plenary");
  const { reader, slug } = conference;
  const speakers = session.speakers.length + session.moderators.length > 0;
  const photos = speakers ? await listSpeakers(db, conference, reader) : [];
  return (
    <article className="wrap pt-6 pb-20">
      <JsonLd data={sessionData(conference, session, env().BASE_URL)} />
      <a
        href={`/${reader}/${slug}/programme`}
        className="link inline-flex min-h-11 items-center text-[15px] print:hidden"
      >
        {t("back")}
      </a>
      <div className="mt-3 grid items-start gap-x-12 gap-y-7 wide:grid-cols-[1fr_340px] wide:grid-rows-[auto_1fr]">
        <header className="min-w-0">
          <p className="mb-2 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm font-semibold text-ink-3">
            {kind}
          </p>
          <h1
            lang={textLang(conference)}
            className={`text-[clamp(2rem,5vw,2.75rem)] break-words ${session.cancelled ? "line-through" : ""}`}
          >
            {session.title}
          </h1>
          {session.cancelled ? (
            <div className="mt-4">
              <Notice tone="warn">{t("cancelled")}</Notice>
            </div>
          ) : null}
          {session.topic ? <TopicLabel topic={session.topic} className="mt-4 text-sm" /> : null}
        </header>
        <SessionFacts conference={conference} session={session} />
        <div className="min-w-0 wide:col-start-1">
          <div className="text-[17px]">
            {session.abstract ? (
              <Markdown lang={textLang(conference)}>{session.abstract}</Markdown>
            ) : (
              <p className="text-ink-3">{t("noAbstract")}</p>
            )}
          </div>
          <SessionPeople conference={conference} session={session} photos={photos} />
        </div>
      </div>
      <Nearby conference={conference} session={session} all={all} />
      <SeatsOnCards conference={conference} />
      <Stars conference={conference} />
      <Offline conference={conference} />
    </article>
  );
}
