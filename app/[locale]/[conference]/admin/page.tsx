import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";

type Props = { params: Promise<{ locale: string; conference: string }> };

export default async function OverviewPage({ params }: Props) {
  const { slug } = await loadConference(await params);
  await requireOrganiser(slug);
  const t = await getTranslations("desk.overview");
  return <DeskPage title={t("title")} />;
}
