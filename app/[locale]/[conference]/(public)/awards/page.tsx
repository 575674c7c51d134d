import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/components/conferences/page-metadata";
import { WindowWord } from "@/components/conferences/window-word";
import { PageText } from "@/components/pages/page-text";
import { SessionRows } from "@/components/programme/session-rows";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { loadConference } from "@/lib/conferences/queries";
import { findPage } from "@/lib/pages/queries";
import { listProgramme } from "@/lib/programme/queries";

type Props = PageProps<"/[locale]/[conference]/awards">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const conference = await loadConference(await params);
  const t = await getTranslations("awards");
  return pageMetadata(conference, "/awards", {
    title: t("title"),
    description: t("description", { name: conference.name }),
  });
}

export default async function AwardsPage({ params }: Props) {
  const conference = await loadConference(await params);
  const t = await getTranslations("awards");
  const { reader } = conference;
  const text = await findPage(db, conference, "awards", reader);
  const sessions = await listProgramme(db, conference, reader);
  return (
    <PageShell title={text?.title ?? t("title")} lead={t("lead", { name: conference.name })}>
      <div className="grid items-start gap-x-12 gap-y-10 wide:grid-cols-[1fr_340px]">
        <aside className="wide:col-start-2 wide:row-start-1 rounded-xl border border-line bg-surface p-5">
          {(["applications", "vote"] as const).map((part) => (
            <div key={part} className="mb-4">
              <h2 className="text-[17px]">{t(part)}</h2>
              <p className="mt-1">
                <WindowWord conference={conference} module={`award-${part}`} />
              </p>
            </div>
          ))}
          <SessionRows
            conference={conference}
            title={t("inProgramme")}
            sessions={sessions.filter(({ kind }) => kind === "award")}
          />
        </aside>
        <div className="min-w-0 wide:col-start-1 wide:row-start-1">
          {text ? (
            <PageText text={text} reader={reader} />
          ) : (
            <section className="border-t-2 border-ink pt-4">
              <h2 className="text-[22px]">{t("secret.title")}</h2>
              <p className="mt-2 max-w-[62ch] text-ink-2">{t("secret.text")}</p>
            </section>
          )}
        </div>
      </div>
    </PageShell>
  );
}
