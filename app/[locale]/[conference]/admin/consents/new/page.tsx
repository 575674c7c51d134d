import { getTranslations } from "next-intl/server";
import { ConsentForm } from "@/components/consents/consent-form";
import { DeskPage } from "@/components/desk/desk-page";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { saveConsent } from "@/lib/consents/actions";

type Props = { params: Promise<{ locale: string; conference: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.consents"))("add") };
}

export default async function NewConsentPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const { conference } = await requireOrganiser(slug);
  const t = await getTranslations("desk.consents");
  const back = `/${reader}/${slug}/admin/consents`;
  return (
    <DeskPage title={t("add")} back={{ href: back, label: t("title") }}>
      <ConsentForm action={saveConsent.bind(null, slug, null)} main={conference.locale} back={back} />
    </DeskPage>
  );
}
