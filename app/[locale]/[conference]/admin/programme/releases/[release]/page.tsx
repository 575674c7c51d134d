import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { DifferenceList } from "@/components/releases/difference-list";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { findCurrentRelease, findRelease, readDraft } from "@/lib/releases/queries";
import { difference, readNumber, sameContent } from "@/lib/releases/rules";

type Props = {
  params: Promise<{ locale: string; conference: string; release: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("releases");
  return { title: t("number", { number: readNumber((await params).release) }) };
}

/** A release: what it changed, and the two ways back to it. */
export default async function ReleasePage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { conference } = organiser;
  const release = await findRelease(db, organiser, readNumber((await params).release));
  if (!release) notFound();
  const [before, current, draft] = [
    await findRelease(db, organiser, release.number - 1),
    await findCurrentRelease(db, conference),
    await readDraft(db, conference),
  ];
  const t = await getTranslations("releases");
  const here = `/${reader}/${slug}/admin/programme/releases`;
  const isPublic = current !== undefined && sameContent(current.content, release.content);
  const { done, mails } = await searchParams;
  return (
    <DeskPage
      title={release.name}
      lead={`${t("number", { number: release.number })} · ${formatInstant(release.publishedAt, "moment", reader, conference.timeZone)}`}
      back={{ href: here, label: t("title") }}
    >
      {done === "published" ? (
        <div className="mb-6">
          <Notice tone="ok" title={t("publish.done")} live>
            {t("publish.told", { count: readNumber(typeof mails === "string" ? mails : "") })}
          </Notice>
        </div>
      ) : null}
      {release.note ? <p className="mb-6 max-w-[68ch] whitespace-pre-line">{release.note}</p> : null}
      <h2 className="mb-3 text-[17px]">
        {before ? t("since", { number: before.number, name: before.name }) : t("first")}
      </h2>
      {before ? (
        <DifferenceList
          difference={difference(before.content, release.content)}
          reader={reader}
          timeZone={conference.timeZone}
        />
      ) : (
        <p className="text-ink-2">{t("sessions", { count: release.content.sessions.length })}</p>
      )}
      <div className="mt-8 flex flex-wrap gap-3">
        {isPublic ? null : (
          <ButtonLink look="secondary" href={`${here}/${release.number}/publish`}>
            {t("back.link")}
          </ButtonLink>
        )}
        {sameContent(draft, release.content) ? null : (
          <ButtonLink look="secondary" href={`${here}/${release.number}/draft`}>
            {t("restore.link")}
          </ButtonLink>
        )}
      </div>
    </DeskPage>
  );
}
