import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SiteFrame } from "@/components/conferences/site-frame";
import { loadConference } from "@/lib/conferences/queries";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { robots: { index: false } };

type Props = { children: ReactNode; params: Promise<{ locale: string; conference: string }> };

export default async function ParticipantLayout({ children, params }: Props) {
  return <SiteFrame conference={await loadConference(await params)}>{children}</SiteFrame>;
}
