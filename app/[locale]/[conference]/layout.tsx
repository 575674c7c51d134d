import type { Metadata } from "next";
import type { ReactNode } from "react";
import { RehearsalStrip } from "@/components/conferences/rehearsal-strip";
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
  return (
    <>
      <RehearsalStrip conference={conference} />
      {children}
    </>
  );
}
