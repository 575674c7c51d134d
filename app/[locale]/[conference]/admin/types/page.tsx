import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { DoneNotice } from "@/components/desk/done-notice";
import { RowActions } from "@/components/desk/row-actions";
import { Row, RowList, RowName } from "@/components/desk/rows";
import { ButtonLink } from "@/components/ui/button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { localize } from "@/lib/i18n/text";
import { arrangeParticipantType } from "@/lib/participant-types/actions";
import { listParticipantTypes } from "@/lib/participant-types/queries";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.types"))("title") };
}

export default async function TypesPage({ params, searchParams }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const types = await listParticipantTypes(db, organiser);
  const t = await getTranslations("desk.types");
  const here = `/${reader}/${slug}/admin/types`;
  return (
    <DeskPage
      title={t("title")}
      lead={t("lead")}
      aside={<ButtonLink href={`${here}/new`}>{t("add")}</ButtonLink>}
    >
      <DoneNotice done={(await searchParams).done} />
      <RowList count={types.length}>
        {types.map((type) => {
          const name = localize(type.name, reader, organiser.conference.locale);
          return (
            <Row
              key={type.id}
              actions={
                <RowActions
                  action={arrangeParticipantType.bind(null, slug, type.id)}
                  name={name}
                  row={type}
                  rows={types}
                  removable={!type.used}
                />
              }
            >
              <RowName
                href={`${here}/${type.id}`}
                facts={[
                  type.archivedAt && t("archived"),
                  t("registrations", { count: type.registrations }),
                  type.capacity === null
                    ? t("unlimited")
                    : t("taken", { taken: type.taken, capacity: type.capacity }),
                  type.needsApproval && t("approval"),
                ]}
              >
                {name}
              </RowName>
            </Row>
          );
        })}
      </RowList>
    </DeskPage>
  );
}
