import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { NewsForm } from "@/components/news/news-form";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { saveNews } from "@/lib/news/actions";

type Props = { params: Promise<{ locale: string; conference: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.news"))("add") };
}

export default async function NewNewsPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const { conference } = await requireOrganiser(slug);
  const t = await getTranslations("desk.news");
  return (
    <DeskPage title={t("add")} back={{ href: `/${reader}/${slug}/admin/news`, label: t("title") }}>
      <NewsForm action={saveNews.bind(null, slug, null)} conference={conference} />
    </DeskPage>
  );
}
