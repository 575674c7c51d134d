import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/components/people/one-button-form";
import { ButtonLink } from "@/components/ui/button";
import { db } from "@/db/client";
import { browserCookie } from "@/lib/auth/cookies";
import { realNow } from "@/lib/clock";
import { isLocale } from "@/lib/i18n/locales";
import { signInByLink } from "@/lib/sign-in/actions";
import { findAsked, findOpened } from "@/lib/sign-in/queries";
import { NarrowPage } from "../_components/narrow-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn.confirm"))("title") };
}

/** Behind the mail's link. Looking at it uses nothing up, because mail scanners look too; the button signs in. */
export default async function ConfirmPage({ params, searchParams }: PageProps<"/[locale]/sign-in/confirm">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const given = (await searchParams).token;
  const linkToken = typeof given === "string" ? given : "";
  const browserToken = (await cookies()).get(browserCookie())?.value;
  const [t, opened] = await Promise.all([
    getTranslations("signIn.confirm"),
    findOpened(db, { linkToken, browserToken }, realNow()),
  ]);
  const path = `/sign-in/confirm?token=${encodeURIComponent(linkToken)}`;
  if (opened.state === "open") {
    return (
      <NarrowPage locale={locale} path={path} title={t("title")} lead={t("lead")}>
        <OneButtonForm
          action={signInByLink.bind(null, locale, linkToken)}
          label={t("submit", { email: opened.email })}
          busy={t("busy")}
          className="w-full break-all"
        />
        <p className="mt-6 border-t border-line pt-5 text-sm text-ink-2">{t("notYou")}</p>
      </NarrowPage>
    );
  }
  // The code helps only where a mail was asked for and is still good.
  const asked = await findAsked(db, browserToken, realNow());
  return (
    <NarrowPage locale={locale} path={path} title={t(`${opened.state}Title`)} lead={t(opened.state)}>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`/${locale}/sign-in`}>{t("new")}</ButtonLink>
        {asked?.state === "open" ? (
          <ButtonLink look="secondary" href={`/${locale}/sign-in/code`}>
            {t("type")}
          </ButtonLink>
        ) : null}
      </div>
    </NarrowPage>
  );
}
