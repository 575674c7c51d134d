import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { Pages } from "@/components/desk/pages";
import { ProgrammeTabs } from "@/components/draft/programme-tabs";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { StateWord } from "@/components/ui/state-word";
import { db } from "@/db/client";
import { type AddressParams, oneValue } from "@/lib/address";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { pagesOf } from "@/lib/paging";
import { countReleases, findCurrentRelease, listReleases, readDraft } from "@/lib/releases/queries";
import { difference, emptyContent, isEmpty, PAGE, readNumber } from "@/lib/releases/rules";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<AddressParams>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("releases"))("title") };
}

export default async function ReleasesPage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { conference } = organiser;
  const { done, page: asked } = await searchParams;
  const pages = pagesOf(await countReleases(db, organiser), PAGE);
  const page = Math.min(pages, readNumber(oneValue(asked)) || 1);
  const [releases, current, draft] = [
    await listReleases(db, organiser, page),
    await findCurrentRelease(db, conference),
    await readDraft(db, conference),
  ];
  const pending = difference(current?.content ?? emptyContent, draft);
  const count = pending.sessions.length + pending.shared.length + (pending.order ? 1 : 0);
  const t = await getTranslations("releases");
  const programme = `/${reader}/${slug}/admin/programme`;
  const here = `${programme}/releases`;
  return (
    <DeskPage
      title={t("title")}
      lead={t("lead")}
      aside={isEmpty(pending) ? null : <ButtonLink href={`${here}/publish`}>{t("look")}</ButtonLink>}
    >
      <ProgrammeTabs programme={programme} here="releases" />
      {done === "restored" || done === "imported" ? (
        <div className="mb-5">
          <Notice tone="ok" title={t(`done.${done}`)} live />
        </div>
      ) : null}
      <p className="mb-6 text-[15px]">
        {current && isEmpty(pending) ? t("same") : null}
        {current && !isEmpty(pending) ? t("differs", { count }) : null}
        {!current ? t("none") : null}
      </p>
      <ol className={releases.length > 0 ? "border-b border-line" : ""}>
        {releases.map((release) => (
          <li key={release.number} className="border-t border-line py-4">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="text-sm text-ink-3 tabular-nums">
                {t("number", { number: release.number })}
              </span>
              <a
                className="link inline-flex min-h-11 items-center font-semibold [overflow-wrap:anywhere] wide:min-h-0"
                href={`${here}/${release.number}`}
              >
                {release.name}
              </a>
              {release.number === current?.number ? <StateWord tone="ok">{t("current")}</StateWord> : null}
            </p>
            {release.note ? <p className="mt-1 max-w-[68ch] text-[15px] text-ink-2">{release.note}</p> : null}
            <p className="mt-1 text-sm text-ink-3">
              {t("published", {
                moment: formatInstant(release.publishedAt, "moment", reader, conference.timeZone),
                by: nameOf(release) ?? t("portal"),
              })}{" "}
              · {t("sessions", { count: release.sessions })}
            </p>
          </li>
        ))}
      </ol>
      <Pages page={page} pages={pages} href={(number) => `${here}?page=${number}`} />
    </DeskPage>
  );
}

const nameOf = (by: { byGivenName: string | null; byFamilyName: string | null; byEmail: string | null }) =>
  [by.byGivenName, by.byFamilyName].filter(Boolean).join(" ") || by.byEmail;
