import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/components/conferences/page-metadata";
import { PageText } from "@/components/pages/page-text";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { loadConference } from "@/lib/conferences/queries";
import { findPage } from "@/lib/pages/queries";

type Props = PageProps<"/[locale]/[conference]/demonstration">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const conference = await loadConference(await params);
  const t = await getTranslations("demonstration");
  return pageMetadata(conference, "/demonstration", { title: t("title"), description: t("description") });
}

/** What is fact and what is invented; only a demonstration has this page. */
export default async function DemonstrationPage({ params }: Props) {
  const conference = await loadConference(await params);
  const text =
    conference.isDemonstration && (await findPage(db, conference, "demonstration", conference.reader));
  if (!text) notFound();
  return (
    <PageShell title={text.title}>
      <PageText text={text} reader={conference.reader} />
    </PageShell>
  );
}
