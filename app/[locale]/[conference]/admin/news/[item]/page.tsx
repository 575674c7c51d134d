import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { NewsForm } from "@/components/news/news-form";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { loadConference } from "@/lib/conferences/queries";
import { localize } from "@/lib/i18n/text";
import { deleteNews, saveNews } from "@/lib/news/actions";
import { listAllNews } from "@/lib/news/queries";

type Props = { params: Promise<{ locale: string; conference: string; item: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.news"))("change") };
}

export default async function EditNewsPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { conference } = organiser;
  const id = (await params).item;
  const item = (await listAllNews(db, organiser)).find((each) => each.id === id);
  if (!item) notFound();
  const t = await getTranslations("desk.news");
  const shown = item.publishedAt && item.publishedAt <= conferenceNow(conference);
  return (
    <DeskPage
      title={localize(item.title, reader, conference.locale)}
      back={{ href: `/${reader}/${slug}/admin/news`, label: t("title") }}
      aside={
        shown ? (
          <ButtonLink look="secondary" href={`/${reader}/${slug}/news/${item.slug}`}>
            {t("open")}
          </ButtonLink>
        ) : null
      }
    >
      <NewsForm action={saveNews.bind(null, slug, id)} conference={conference} item={item} />
      <details className="mt-10 border-t border-line pt-4">
        <summary className="link inline-flex min-h-11 items-center">{t("remove")}</summary>
        <Form action={deleteNews.bind(null, slug, id)} className="grid gap-3">
          <p className="text-ink-2">{t("removeHint")}</p>
          <div>
            <SubmitButton look="danger">{t("removeNow")}</SubmitButton>
          </div>
        </Form>
      </details>
    </DeskPage>
  );
}
