import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/components/people/one-button-form";
import { safeReturnPath } from "@/lib/auth/actors";
import { currentSession } from "@/lib/auth/session";
import { signOut } from "@/lib/auth-sessions/actions";
import { isLocale } from "@/lib/i18n/locales";
import { showFactor } from "@/lib/second-factors/actions";
import { CodeForm } from "../_components/code-form";
import { NarrowPage } from "../_components/narrow-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn.factor"))("title") };
}

export default async function SecondFactorPage({
  params,
  searchParams,
}: PageProps<"/[locale]/sign-in/second-factor">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const asked = (await searchParams).to;
  const to = safeReturnPath(Array.isArray(asked) ? asked[0] : asked);
  const session = await currentSession();
  const query = `?to=${encodeURIComponent(to)}`;
  if (!session) redirect(`/${locale}/sign-in${query}`);
  if (!session.awaitsSecondFactor) redirect(to === "/" ? `/${locale}` : to);
  const t = await getTranslations("signIn.factor");
  return (
    <NarrowPage locale={locale} path={`/sign-in/second-factor${query}`} title={t("title")} lead={t("lead")}>
      <CodeForm
        action={showFactor.bind(null, locale, to)}
        labels={{ code: t("label"), hint: t("hint"), submit: t("submit"), busy: t("busy") }}
      />
      <p className="mt-6 text-sm text-ink-2">{t("lost")}</p>
      <div className="mt-6 flex border-line border-t pt-3">
        <OneButtonForm look="quiet" action={signOut.bind(null, locale)} label={t("leave")} />
      </div>
    </NarrowPage>
  );
}
