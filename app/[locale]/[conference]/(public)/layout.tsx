import type { ReactNode } from "react";
import { OtherLanguage } from "@/components/conferences/other-language";
import { SiteFrame } from "@/components/conferences/site-frame";
import { loadConference } from "@/lib/conferences/queries";

// Rendered when first asked for, kept, and made anew when the conference changes or after a minute,
// because "closes in 11 days" depends on the clock. The build needs no database.
export const revalidate = 60;
export const generateStaticParams = () => [];

type Props = { children: ReactNode; params: Promise<{ locale: string; conference: string }> };

export default async function PublicLayout({ children, params }: Props) {
  const conference = await loadConference(await params);
  return (
    <>
      <SiteFrame conference={conference}>{children}</SiteFrame>
      <OtherLanguage reader={conference.reader} />
    </>
  );
}
