import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { EditionForm } from "@/components/editions/edition-form";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { saveEdition } from "@/lib/past-editions/actions";

type Props = { params: Promise<{ locale: string; conference: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.editions"))("add") };
}

export default async function NewEditionPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  await requireOrganiser(slug);
  const t = await getTranslations("desk.editions");
  const back = `/${reader}/${slug}/admin/editions`;
  return (
    <DeskPage title={t("add")} back={{ href: back, label: t("title") }}>
      <EditionForm action={saveEdition.bind(null, slug, null)} back={back} />
    </DeskPage>
  );
}
