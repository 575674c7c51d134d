import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/components/conferences/page-metadata";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { listEditions, loadConference } from "@/lib/conferences/queries";

type Props = PageProps<"/[locale]/[conference]/past-editions">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const conference = await loadConference(await params);
  const t = await getTranslations("editions");
  return pageMetadata(conference, "/past-editions", {
    title: t("title"),
    description: t("description", { name: conference.name }),
  });
}

export default async function PastEditionsPage({ params }: Props) {
  const conference = await loadConference(await params);
  const t = await getTranslations("editions");
  const editions = await listEditions(db, conference);
  const unknown = <span className="text-ink-3">{t("unknown")}</span>;
  const facts = [
    ["dates", t("dates")],
    ["place", t("place")],
    ["participants", t("participants")],
  ] as const;
  return (
    <PageShell title={t("title")} lead={t("lead")}>
      {editions.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ol className="max-w-4xl">
        {editions.map((edition) => (
          <li
            key={edition.id}
            className="grid gap-x-8 gap-y-3 border-t border-line py-5 sm:grid-cols-[10rem_1fr]"
          >
            <h2 className="text-2xl tabular-nums">
              {edition.year}
              <span className="mt-1 block text-sm font-normal tracking-normal text-ink-3">
                {t("edition")} {edition.edition}
                {edition.edition === conference.edition ? `, ${t("this")}` : null}
              </span>
            </h2>
            <dl className="grid gap-x-6 gap-y-2 text-[15px] sm:grid-cols-3">
              {facts.map(([key, label]) => (
                <div key={key}>
                  <dt className="text-[13px] text-ink-3">{label}</dt>
                  <dd>{edition[key] ? <span lang={conference.locale}>{edition[key]}</span> : unknown}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </PageShell>
  );
}
