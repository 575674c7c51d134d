import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { PlainPage } from "@/components/ui/plain-page";
import { db } from "@/db/client";
import { conferenceNow } from "@/lib/clock";
import { listConferences } from "@/lib/conferences/queries";
import { currentConference } from "@/lib/conferences/rules";
import { isLocale } from "@/lib/i18n/locales";

export const revalidate = 60;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: PageProps<"/[locale]">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations("front");
  return { title: t("title"), description: t("text") };
}

/** Leads to the current conference. While there is none, it says what will be here. */
export default async function FrontPage({ params }: PageProps<"/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const current = currentConference(await listConferences(db), conferenceNow);
  if (current) redirect(`/${locale}/${current.slug}`);
  const t = await getTranslations("front");
  return (
    <PlainPage title={t("title")} text={t("text")}>
      <ButtonLink href={`/${locale}/sign-in?to=/${locale}/owner`}>{t("signIn")}</ButtonLink>
    </PlainPage>
  );
}
