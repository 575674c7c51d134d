import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { Row, RowFacts, RowList } from "@/components/desk/rows";
import { Form } from "@/components/ui/form";
import { Monogram } from "@/components/ui/monogram";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import type { AddressParams } from "@/lib/address";
import { requireOrganiser, requireOwner } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { erasePhotoAction } from "@/lib/photos/actions";
import { listKeptPhotos } from "@/lib/photos/queries";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<AddressParams>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.programme.photos"))("title") };
}

/** Every photo that is kept, for the day on which someone asks for theirs to go. */
export default async function PhotosPage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  await requireOwner();
  const photos = await listKeptPhotos(db, await requireOrganiser(slug));
  const t = await getTranslations("desk.programme.photos");
  const speakers = await getTranslations("desk.programme.speakers");
  return (
    <DeskPage
      title={t("title")}
      lead={t("lead")}
      back={{ href: `/${reader}/${slug}/admin/programme/speakers`, label: speakers("title") }}
    >
      {(await searchParams).done === "erased" ? (
        <div className="mb-5">
          <Notice tone="ok" title={t("done")} live />
        </div>
      ) : null}
      <RowList none={t("none")} count={photos.length}>
        {photos.map(({ id, names, draft, releases }) => (
          <Row
            key={id}
            actions={
              <details className="max-w-[340px]">
                <summary className="flex min-h-11 items-center font-semibold text-action">
                  {t("erase")}
                </summary>
                <Form action={erasePhotoAction.bind(null, slug, id)} prefix={id} className="grid gap-3 pb-3">
                  <p className="text-[15px] text-ink-2">{t("eraseText")}</p>
                  <div>
                    <SubmitButton look="danger">{t("sure")}</SubmitButton>
                  </div>
                </Form>
              </details>
            }
          >
            <div className="grid grid-cols-[56px_minmax(0,1fr)] items-center gap-4">
              <Monogram name={names[0] ?? ""} photo={id} />
              <div>
                <p className="font-semibold [overflow-wrap:anywhere]">{names.join(", ") || t("nobody")}</p>
                <RowFacts facts={[draft && t("draft"), releases > 0 && t("releases", { count: releases })]} />
              </div>
            </div>
          </Row>
        ))}
      </RowList>
    </DeskPage>
  );
}
