import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/components/conferences/page-metadata";
import { PageText } from "@/components/pages/page-text";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { loadConference } from "@/lib/conferences/queries";
import { findPage } from "@/lib/pages/queries";

type Props = PageProps<"/[locale]/[conference]/accessibility">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const conference = await loadConference(await params);
  const t = await getTranslations("pages.accessibility");
  return pageMetadata(conference, "/accessibility", { title: t("title"), description: t("description") });
}

export default async function AccessibilityPage({ params }: Props) {
  const conference = await loadConference(await params);
  const t = await getTranslations("pages.accessibility");
  const text = await findPage(db, conference, "accessibility", conference.reader);
  return (
    <PageShell title={text?.title ?? t("title")}>
      {text ? (
        <PageText text={text} reader={conference.reader} />
      ) : (
        <div className="max-w-[62ch]">
          <p>{t("none")}</p>
          {conference.contactEmail ? (
            <p className="mt-4">
              <a href={`mailto:${conference.contactEmail}`} className="link">
                {conference.contactEmail}
              </a>
            </p>
          ) : null}
        </div>
      )}
    </PageShell>
  );
}
