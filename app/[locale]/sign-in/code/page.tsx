import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/components/people/one-button-form";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { db } from "@/db/client";
import { browserCookie } from "@/lib/auth/cookies";
import { isNear } from "@/lib/auth/network";
import { realNow } from "@/lib/clock";
import { isLocale } from "@/lib/i18n/locales";
import { mailboxIsOpen } from "@/lib/mail/transport";
import { sendAgain, signInByCode } from "@/lib/sign-in/actions";
import { findAsked } from "@/lib/sign-in/queries";
import { CodeForm } from "../_components/code-form";
import { NarrowPage } from "../_components/narrow-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn.code"))("title") };
}

export default async function CodePage({ params }: PageProps<"/[locale]/sign-in/code">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const asked = await findAsked(db, (await cookies()).get(browserCookie())?.value, realNow());
  if (!asked) redirect(`/${locale}/sign-in`);
  const t = await getTranslations("signIn.code");
  const back = asked.returnTo === "/" ? "" : `?to=${encodeURIComponent(asked.returnTo)}`;
  return (
    <NarrowPage
      locale={locale}
      path="/sign-in/code"
      title={t("title")}
      lead={t.rich("lead", {
        email: asked.email,
        b: (address) => <strong className="break-all text-ink">{address}</strong>,
      })}
    >
      {mailboxIsOpen(await isNear()) ? (
        <div className="mb-6">
          <Panel>
            <p className="mb-3 text-sm text-ink-2">{t("mailboxHint")}</p>
            <ButtonLink look="secondary" href="/mailbox">
              {t("mailbox")}
            </ButtonLink>
          </Panel>
        </div>
      ) : null}
      <CodeForm
        action={signInByCode.bind(null, locale)}
        labels={{ code: t("label"), hint: t("hint"), submit: t("submit"), busy: t("busy") }}
      />
      <p className="mt-4 text-[15px] text-ink-2">{t("orLink")}</p>
      <section className="mt-8 border-t border-line pt-5">
        <h2 className="text-[17px]">{t("nothing")}</h2>
        <p className="mt-1 mb-4 text-[15px] text-ink-2">{t("nothingHint")}</p>
        <div className="flex flex-wrap items-start gap-3">
          <OneButtonForm look="secondary" action={sendAgain.bind(null, locale)} label={t("again")} />
          <ButtonLink look="quiet" href={`/${locale}/sign-in${back}`}>
            {t("other")}
          </ButtonLink>
        </div>
      </section>
    </NarrowPage>
  );
}
