import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RehearsalStrip } from "@/components/conferences/rehearsal-strip";
import { SkipLink } from "@/components/ui/skip-link";
import { loadConference } from "@/lib/conferences/queries";
import { env } from "@/lib/env";

type Props = { children: ReactNode; params: Promise<{ locale: string; conference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const conference = await loadConference(await params);
  return {
    metadataBase: new URL(env().BASE_URL),
    title: { default: conference.name, template: `%s · ${conference.shortName}` },
  };
}

export default async function ConferenceLayout({ children, params }: Props) {
  const conference = await loadConference(await params);
  const t = await getTranslations("site");
  return (
    <>
      <SkipLink>{t("skip")}</SkipLink>
      <RehearsalStrip conference={conference} />
      {children}
    </>
  );
}
