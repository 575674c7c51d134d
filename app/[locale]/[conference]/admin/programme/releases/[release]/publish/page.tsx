import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { Consequences } from "@/components/releases/consequences";
import { DifferenceList } from "@/components/releases/difference-list";
import { PublishForm } from "@/components/releases/publish-form";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { previewPublishing } from "@/lib/release-previews/mutations";
import { findRelease } from "@/lib/releases/queries";
import { readNumber } from "@/lib/releases/rules";

type Props = { params: Promise<{ locale: string; conference: string; release: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("releases.back"))("title") };
}

/** What going back to an earlier release would change, for whom; and the button that does it. */
export default async function GoBackPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const release = await findRelease(db, organiser, readNumber((await params).release));
  if (!release) notFound();
  const { number, name } = release;
  const preview = await previewPublishing(db, organiser, { number });
  const t = await getTranslations("releases");
  const here = `/${reader}/${slug}/admin/programme/releases/${number}`;
  const back = { href: here, label: name };
  if (!preview.ok)
    return (
      <DeskPage title={t("back.title")} back={back}>
        <p>{t("back.already")}</p>
      </DeskPage>
    );
  return (
    <DeskPage title={t("back.title")} lead={t("back.lead", { number, name })} back={back}>
      <div className="grid items-start gap-8 wide:grid-cols-[minmax(0,1fr)_360px]">
        <section>
          <h2 className="mb-3 text-[17px]">{t("back.changes")}</h2>
          <DifferenceList
            difference={preview.data.difference}
            reader={reader}
            timeZone={organiser.conference.timeZone}
          />
        </section>
        <div>
          <Consequences preview={preview.data} rehearsal={organiser.conference.mode === "rehearsal"} />
          <PublishForm
            slug={slug}
            source={String(number)}
            seen={preview.data.seen}
            name={name}
            button={t("back.button")}
            cancel={here}
          />
        </div>
      </div>
    </DeskPage>
  );
}
