import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AskForm } from "@/components/people/ask-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { safeReturnPath } from "@/lib/auth/actors";
import { currentSession } from "@/lib/auth/session";
import { isLocale } from "@/lib/i18n/locales";
import { askForMail } from "@/lib/sign-in/actions";
import { NarrowPage } from "./_components/narrow-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignInPage({ params, searchParams }: PageProps<"/[locale]/sign-in">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const asked = (await searchParams).to;
  const to = safeReturnPath(Array.isArray(asked) ? asked[0] : asked);
  const [t, session] = await Promise.all([getTranslations("signIn"), currentSession()]);
  return (
    <NarrowPage
      locale={locale}
      path={`/sign-in${to === "/" ? "" : `?to=${encodeURIComponent(to)}`}`}
      title={t("title")}
      lead={t("lead")}
    >
      {session ? (
        <div className="mb-6 grid gap-3">
          <Notice tone="yours">{t("signedInAs", { email: session.email })}</Notice>
          <ButtonLink look="secondary" href={to === "/" ? `/${locale}` : to}>
            {t("goOn")}
          </ButtonLink>
        </div>
      ) : null}
      <AskForm
        action={askForMail.bind(null, locale, to)}
        labels={{ email: t("email"), send: t("send"), sending: t("sending") }}
      />
      <p className="mt-6 border-t border-line pt-5 text-sm text-ink-2">{t("newcomer")}</p>
    </NarrowPage>
  );
}
