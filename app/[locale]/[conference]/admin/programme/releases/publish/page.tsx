import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { loadDraft } from "@/components/draft/draft";
import { FoundClashes } from "@/components/draft/found-clashes";
import { sessionWords } from "@/components/draft/session-words";
import { Consequences } from "@/components/releases/consequences";
import { DifferenceList } from "@/components/releases/difference-list";
import { PublishForm } from "@/components/releases/publish-form";
import { ButtonLink } from "@/components/ui/button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { allClashes } from "@/lib/clashes/rules";
import { loadConference } from "@/lib/conferences/queries";
import { previewPublishing } from "@/lib/release-previews/mutations";

type Props = { params: Promise<{ locale: string; conference: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("releases.publish"))("title") };
}

/** What publishing the draft would change, for whom; and the button that does it. */
export default async function PublishPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const preview = await previewPublishing(db, organiser, "draft");
  const t = await getTranslations("releases");
  const programme = `/${reader}/${slug}/admin/programme`;
  const back = { href: `${programme}/releases`, label: t("title") };
  if (!preview.ok)
    return (
      <DeskPage title={t("publish.title")} back={back}>
        <p className="mb-5 max-w-[60ch]">
          {preview.code === "release-empty" ? t("publish.empty") : t("publish.nothing")}
        </p>
        <ButtonLink href={programme}>{t("publish.edit")}</ButtonLink>
      </DeskPage>
    );
  const { difference, seen } = preview.data;
  const { timeZone } = organiser.conference;
  const draft = await loadDraft(organiser, reader);
  const { names } = await sessionWords(draft);
  return (
    <DeskPage title={t("publish.title")} lead={t("publish.lead")} back={back}>
      <FoundClashes
        clashes={allClashes(draft.slots, draft.frame)}
        names={names}
        sessions={draft.slots}
        text={t("publish.clashes")}
        href={(id) => `${programme}/sessions/${id}`}
        reader={reader}
        timeZone={timeZone}
      />
      <div className="grid items-start gap-8 wide:grid-cols-[minmax(0,1fr)_360px]">
        <section>
          <h2 className="mb-3 text-[17px]">{t("publish.changes")}</h2>
          <DifferenceList difference={difference} reader={reader} timeZone={timeZone} />
        </section>
        <div>
          <Consequences preview={preview.data} rehearsal={organiser.conference.mode === "rehearsal"} />
          <PublishForm
            slug={slug}
            source="draft"
            seen={seen}
            button={t("publish.button")}
            cancel={back.href}
          />
        </div>
      </div>
    </DeskPage>
  );
}
