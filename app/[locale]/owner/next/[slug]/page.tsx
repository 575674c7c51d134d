import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { FirstFields } from "@/components/editions/first-fields";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOwner } from "@/lib/auth/actors";
import { findConference } from "@/lib/conferences/queries";
import { createNextEdition } from "@/lib/editions/actions";
import { isLocale } from "@/lib/i18n/locales";

type Props = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("owner"))("next") };
}

export default async function NextEditionPage({ params }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  await requireOwner();
  const from = await findConference(db, slug);
  if (!from) notFound();
  const t = await getTranslations("owner");
  const settings = await getTranslations("settings");
  return (
    <DeskPage
      title={t("nextOf", { name: from.name })}
      lead={t("nextLead")}
      back={{ href: `/${locale}/owner`, label: t("title") }}
    >
      <Form action={createNextEdition} className="grid max-w-[640px] gap-5">
        <input type="hidden" name="from" value={from.slug} />
        <FirstFields name={from.name} shortName={from.shortName} />
        <div>
          <SubmitButton busy={settings("saving")}>{t("makeNext")}</SubmitButton>
        </div>
      </Form>
    </DeskPage>
  );
}
