import type { Metadata } from "next";
import type { ReactNode } from "react";
import type { Me } from "@/components/conferences/account-link";
import { SiteFrame } from "@/components/conferences/site-frame";
import { db } from "@/db/client";
import { currentSession } from "@/lib/auth/session";
import { loadConference } from "@/lib/conferences/queries";
import { keepsForm } from "@/lib/outage";
import { findStanding } from "@/lib/people/queries";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { robots: { index: false } };

type Props = { children: ReactNode; params: Promise<{ locale: string; conference: string }> };

export default async function ParticipantLayout({ children, params }: Props) {
  const conference = await loadConference(await params);
  return (
    <SiteFrame conference={conference} known={await whoIsHere(conference.slug)}>
      {children}
    </SiteFrame>
  );
}

/** For the header. While the database is away a page only gives a form back, to whoever sent it. */
async function whoIsHere(slug: string): Promise<Me | null | undefined> {
  if (keepsForm()) return undefined;
  const session = await currentSession();
  // Whoever has not shown the second factor yet is nobody here.
  return session && !session.awaitsSecondFactor ? findStanding(db, session, slug) : null;
}
