import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { requireParticipant } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { loadConference } from "@/lib/conferences/queries";
import { formatInstant, zoneName } from "@/lib/dates";
import { findOwnFeedback, findRatedSession } from "@/lib/feedback/queries";
import { feedbackState, feedbackUntil } from "@/lib/feedback/rules";
import { FeedbackForm } from "./_components/feedback-form";
import { Given } from "./_components/given";

type Props = PageProps<"/[locale]/[conference]/programme/[session]/feedback">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("feedback"))("title") };
}

/** What the reader thinks of a session that is over: said once, until a week after. */
export default async function FeedbackPage({ params, searchParams }: Props) {
  const { session: slug } = await params;
  const { reader, locale, timeZone, slug: conference } = await loadConference(await params);
  const participant = await requireParticipant(conference);
  const [t, session, asked] = await Promise.all([
    getTranslations("feedback"),
    findRatedSession(db, participant.conference, slug),
    searchParams,
  ]);
  if (!session) notFound();
  const { given, confirmed } = await findOwnFeedback(db, participant, session.id);
  const state = feedbackState(session, timeZone, conferenceNow(participant.conference));
  const moment = (instant: Date) =>
    `${formatInstant(instant, "moment", reader, timeZone)} (${zoneName(instant, timeZone, reader)})`;
  return (
    <PageShell
      title={t("title")}
      lead={
        <span lang={reader === locale ? undefined : locale} className="font-semibold">
          {session.title}
        </span>
      }
    >
      <div className="grid max-w-[620px] gap-6">
        {given ? (
          <Given given={given} justNow={asked.done === "given"} />
        ) : state !== "open" ? (
          <Notice tone="info" title={t(`state.${state}`)}>
            {state === "upcoming" ? t("opens", { moment: moment(session.endsAt) }) : null}
            {state === "closed" ? t("closed", { moment: moment(feedbackUntil(session, timeZone)) }) : null}
          </Notice>
        ) : confirmed ? (
          <FeedbackForm
            conference={conference}
            locale={reader}
            session={slug}
            until={moment(feedbackUntil(session, timeZone))}
          />
        ) : (
          <Notice tone="info">{t("unconfirmed")}</Notice>
        )}
        <p className="flex flex-wrap gap-x-6 border-t border-line pt-4">
          <a className="link inline-block py-2.5" href={`/${reader}/${conference}/programme/${slug}`}>
            {t("back")}
          </a>
          <a className="link inline-block py-2.5" href={`/${reader}/${conference}/agenda`}>
            {t("agenda")}
          </a>
        </p>
      </div>
    </PageShell>
  );
}
