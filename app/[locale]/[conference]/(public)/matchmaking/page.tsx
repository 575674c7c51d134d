import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/components/conferences/page-metadata";
import { WindowWord } from "@/components/conferences/window-word";
import { PageText } from "@/components/pages/page-text";
import { SessionRows } from "@/components/programme/session-rows";
import { PageShell } from "@/components/ui/page-shell";
import { Panel } from "@/components/ui/panel";
import { db } from "@/db/client";
import { loadConference } from "@/lib/conferences/queries";
import { findPage } from "@/lib/pages/queries";
import { listProgramme } from "@/lib/programme/queries";
import { Steps } from "./_components/steps";

type Props = PageProps<"/[locale]/[conference]/matchmaking">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const conference = await loadConference(await params);
  const t = await getTranslations("matchmaking");
  return pageMetadata(conference, "/matchmaking", {
    title: t("title"),
    description: t("description", { name: conference.name }),
  });
}

export default async function MatchmakingPage({ params }: Props) {
  const conference = await loadConference(await params);
  const t = await getTranslations("matchmaking");
  const { reader } = conference;
  const text = await findPage(db, conference, "matchmaking", reader);
  const sessions = await listProgramme(db, conference, reader);
  return (
    <PageShell title={text?.title ?? t("title")} lead={t("lead")}>
      <div className="grid items-start gap-x-12 gap-y-10 wide:grid-cols-[1fr_340px]">
        <aside className="wide:col-start-2 wide:row-start-1">
          <Panel title={t("booking")}>
            <p>
              <WindowWord conference={conference} module="meetings" />
            </p>
            <p className="mt-1 text-[15px] text-ink-2">{t("join")}</p>
            <SessionRows
              conference={conference}
              title={t("on")}
              sessions={sessions.filter(({ kind }) => kind === "matchmaking")}
            />
          </Panel>
        </aside>
        <div className="min-w-0 wide:col-start-1 wide:row-start-1">
          {text ? <PageText text={text} reader={reader} /> : <Steps />}
        </div>
      </div>
    </PageShell>
  );
}
