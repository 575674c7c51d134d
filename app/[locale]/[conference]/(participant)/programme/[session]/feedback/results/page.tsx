import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { requireSessionReader } from "@/lib/auth/hosts";
import { loadConference } from "@/lib/conferences/queries";
import { findFeedbackSummary, findRatedSession } from "@/lib/feedback/queries";
import { LEAST_ANSWERS } from "@/lib/feedback/rules";
import { Distribution } from "./_components/distribution";

type Props = PageProps<"/[locale]/[conference]/programme/[session]/feedback/results">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("feedback.results"))("title") };
}

/** How a session was received, for its hosts and those who run the conference: sums and texts, no names. */
export default async function FeedbackResultsPage({ params }: Props) {
  const { session: slug } = await params;
  const { reader, locale, slug: conference } = await loadConference(await params);
  const host = await requireSessionReader(conference, slug);
  const [t, session, summary] = await Promise.all([
    getTranslations("feedback.results"),
    findRatedSession(db, host.conference, slug),
    findFeedbackSummary(db, host),
  ]);
  if (!session) notFound();
  return (
    <PageShell
      title={t("title")}
      lead={
        <span lang={reader === locale ? undefined : locale} className="font-semibold">
          {session.title}
        </span>
      }
    >
      <div className="grid max-w-[620px] gap-8">
        <p className="text-lg">{t("count", { count: summary.count })}</p>
        {summary.shown ? (
          <Distribution shown={summary.shown} count={summary.count} locale={reader} />
        ) : (
          <Notice tone="info">{t("tooFew", { least: LEAST_ANSWERS })}</Notice>
        )}
        <p className="border-t border-line pt-4">
          <a className="link inline-block py-2.5" href={`/${reader}/${conference}/programme/${slug}`}>
            {t("back")}
          </a>
        </p>
      </div>
    </PageShell>
  );
}
