import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PortalFrame } from "@/components/people/portal-frame";
import { PageShell } from "@/components/ui/page-shell";
import { requirePerson } from "@/lib/auth/actors";
import { isLocale } from "@/lib/i18n/locales";
import { Factor } from "./_components/factor";
import { Me } from "./_components/me";
import { MyConferences } from "./_components/my-conferences";
import { Sessions } from "./_components/sessions";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title"), robots: { index: false } };
}

export default async function AccountPage({ params }: PageProps<"/[locale]/account">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const person = await requirePerson();
  const t = await getTranslations("account");
  return (
    <PortalFrame locale={locale} path="/account">
      <PageShell title={t("title")} lead={t("lead")}>
        <div className="grid gap-x-14 gap-y-12 wide:grid-cols-[1fr_380px]">
          <div className="grid content-start gap-12">
            <MyConferences person={person} locale={locale} />
            <Sessions person={person} locale={locale} />
          </div>
          <div className="grid content-start gap-6">
            <Me person={person} />
            <Factor person={person} locale={locale} />
          </div>
        </div>
      </PageShell>
    </PortalFrame>
  );
}
