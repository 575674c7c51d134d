import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { DoneNotice } from "@/components/desk/done-notice";
import { Row, RowList, RowName } from "@/components/desk/rows";
import { ButtonLink } from "@/components/ui/button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { listEditions, loadConference } from "@/lib/conferences/queries";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.editions"))("title") };
}

export default async function EditionsPage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  const { conference } = await requireOrganiser(slug);
  const editions = await listEditions(db, conference);
  const t = await getTranslations("desk.editions");
  const facts = await getTranslations("editions");
  const here = `/${reader}/${slug}/admin/editions`;
  return (
    <DeskPage
      title={t("title")}
      lead={
        <>
          {t("lead")}{" "}
          <a className="link" href={`/${reader}/${slug}/past-editions`}>
            {t("open")}
          </a>
        </>
      }
      aside={<ButtonLink href={`${here}/new`}>{t("add")}</ButtonLink>}
    >
      <DoneNotice done={(await searchParams).done} />
      <RowList none={t("none")} count={editions.length}>
        {editions.map(({ id, edition, year, ...known }) => (
          <Row key={id} actions={null}>
            <RowName
              href={`${here}/${id}`}
              facts={[
                edition === conference.edition && facts("this"),
                known.dates,
                known.place,
                known.participants,
              ]}
            >
              {facts("edition")} {edition}, {year}
            </RowName>
          </Row>
        ))}
      </RowList>
    </DeskPage>
  );
}
