import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/components/conferences/page-metadata";
import { PageText } from "@/components/pages/page-text";
import { ButtonLink } from "@/components/ui/button";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { conferenceNow } from "@/lib/clock";
import { loadConference } from "@/lib/conferences/queries";
import { findPage } from "@/lib/pages/queries";
import { listProgramme } from "@/lib/programme/queries";
import { inOrder } from "@/lib/windows/rules";
import { Way } from "./_components/way";

type Props = PageProps<"/[locale]/[conference]/ideas">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const conference = await loadConference(await params);
  const t = await getTranslations("floor");
  return pageMetadata(conference, "/ideas", { title: t("title"), description: t("description") });
}

export default async function TakeTheFloorPage({ params }: Props) {
  const conference = await loadConference(await params);
  const t = await getTranslations("floor");
  const places = await getTranslations("places");
  const { reader, windows } = conference;
  const sessions = await listProgramme(db, conference, reader);
  const text = await findPage(db, conference, "ideas", reader);
  const openSpace = sessions.filter(({ kind }) => kind === "open-space");
  const first = openSpace[0];
  const ways = [
    { key: "ideas", window: windows.ideas },
    { key: "consultations", window: windows.consultations },
    { key: "applications", window: windows["award-applications"] },
    { key: "meetings", window: windows.meetings },
    { key: "vote", window: windows["award-vote"] },
    ...(first
      ? [
          {
            key: "open-space" as const,
            window: { opensAt: first.startsAt, closesAt: openSpace.at(-1)?.endsAt ?? null },
          },
        ]
      : []),
  ] as const;
  const groups = inOrder([...ways], conferenceNow(conference));
  return (
    <PageShell title={t("title")} lead={t("lead", { name: conference.name })}>
      {groups.map(({ state, ways: found }) => (
        <section key={state} className="mb-12">
          <h2 className="border-b-2 border-ink pb-2 text-[22px]">
            {t(({ open: "openNow", upcoming: "ahead", closed: "past" } as const)[state])}
          </h2>
          {found.map(({ key, window }) => (
            <Way key={key} conference={conference} way={key} window={window} openSpace={first?.slug} />
          ))}
        </section>
      ))}
      <div className="mb-14 flex flex-wrap items-center gap-x-5 gap-y-3">
        <p>{t("needs")}</p>
        <ButtonLink look="secondary" href={`/${reader}/${conference.slug}/register`}>
          {places("register")}
        </ButtonLink>
      </div>
      {text ? <PageText text={text} reader={reader} /> : null}
    </PageShell>
  );
}
