import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/components/conferences/page-metadata";
import { PageText } from "@/components/pages/page-text";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { loadConference } from "@/lib/conferences/queries";
import { findPage } from "@/lib/pages/queries";
import { VenueFacts } from "./_components/venue-facts";

type Props = PageProps<"/[locale]/[conference]/practical">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const conference = await loadConference(await params);
  const t = await getTranslations("pages.practical");
  return pageMetadata(conference, "/practical", {
    title: t("title"),
    description: t("description", { name: conference.name }),
  });
}

export default async function PracticalPage({ params }: Props) {
  const conference = await loadConference(await params);
  const t = await getTranslations("pages.practical");
  const text = await findPage(db, conference, "practical", conference.reader);
  return (
    <PageShell title={text?.title ?? t("title")}>
      <div className="grid items-start gap-x-12 gap-y-10 wide:grid-cols-[1fr_340px]">
        <VenueFacts conference={conference} withRooms={!text} />
        <div className="min-w-0 wide:col-start-1 wide:row-start-1">
          {text ? (
            <PageText text={text} reader={conference.reader} />
          ) : (
            <p className="max-w-[62ch] text-ink-2">{t("none")}</p>
          )}
        </div>
      </div>
    </PageShell>
  );
}
