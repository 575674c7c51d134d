import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgetDevice } from "@/components/agenda/forget-device";
import { ButtonLink } from "@/components/ui/button";
import { PageShell } from "@/components/ui/page-shell";
import { loadConference } from "@/lib/conferences/queries";

type Props = PageProps<"/[locale]/[conference]/my-data/erased">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("myData.erase");
  return { title: t("done") };
}

/** After an erasure. Whoever reads it is nobody any more, so nothing is asked and nothing is told. */
export default async function ErasedPage({ params }: Props) {
  const conference = await loadConference(await params);
  const t = await getTranslations("myData.erase");
  return (
    <PageShell title={t("done")} lead={t("doneText")}>
      <ForgetDevice />
      <ButtonLink look="secondary" href={`/${conference.reader}/${conference.slug}`}>
        {t("home")}
      </ButtonLink>
    </PageShell>
  );
}
