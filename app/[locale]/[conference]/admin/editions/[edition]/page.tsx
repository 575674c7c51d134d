import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { EditionForm } from "@/components/editions/edition-form";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { listEditions, loadConference } from "@/lib/conferences/queries";
import { deleteEdition, saveEdition } from "@/lib/past-editions/actions";

type Props = { params: Promise<{ locale: string; conference: string; edition: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.editions"))("change") };
}

export default async function EditionPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const { conference } = await requireOrganiser(slug);
  const id = (await params).edition;
  const edition = (await listEditions(db, conference)).find((each) => each.id === id);
  if (!edition) notFound();
  const t = await getTranslations("desk.editions");
  const facts = await getTranslations("editions");
  const back = `/${reader}/${slug}/admin/editions`;
  return (
    <DeskPage
      title={`${facts("edition")} ${edition.edition}, ${edition.year}`}
      back={{ href: back, label: t("title") }}
    >
      <EditionForm action={saveEdition.bind(null, slug, id)} edition={edition} back={back} />
      <details className="mt-10 max-w-[640px] border-t border-line pt-4">
        <summary className="link inline-flex min-h-11 items-center">{t("remove")}</summary>
        <Form action={deleteEdition.bind(null, slug, id)} className="grid gap-3">
          <p className="text-ink-2">{t("removeHint")}</p>
          <div>
            <SubmitButton look="danger">{t("removeNow")}</SubmitButton>
          </div>
        </Form>
      </details>
    </DeskPage>
  );
}
