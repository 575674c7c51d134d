import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/components/conferences/page-metadata";
import { PageText } from "@/components/pages/page-text";
import { ButtonLink } from "@/components/ui/button";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { loadConference } from "@/lib/conferences/queries";
import { findPage } from "@/lib/pages/queries";
import { HoldingsList } from "./_components/holdings-list";

type Props = PageProps<"/[locale]/[conference]/privacy">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const conference = await loadConference(await params);
  const t = await getTranslations("privacy");
  return pageMetadata(conference, "/privacy", {
    title: t("title"),
    description: t("description", { name: conference.name }),
  });
}

export default async function PrivacyPage({ params }: Props) {
  const conference = await loadConference(await params);
  const t = await getTranslations("privacy");
  const text = await findPage(db, conference, "privacy", conference.reader);
  return (
    <PageShell
      title={text?.title ?? t("title")}
      lead={text ? undefined : t("description", { name: conference.name })}
    >
      {text ? <PageText text={text} reader={conference.reader} /> : null}
      <p className="mt-6">
        <ButtonLink look="secondary" href={`/${conference.reader}/${conference.slug}/my-data`}>
          {t("mine")}
        </ButtonLink>
      </p>
      <HoldingsList />
    </PageShell>
  );
}
