import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { DoneNotice } from "@/components/desk/done-notice";
import { RowActions } from "@/components/desk/row-actions";
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
  const active = types.filter(({ archivedAt }) => !archivedAt);
  return (
    <DeskPage
      title={t("title")}
      lead={t("lead")}
      aside={<ButtonLink href={`${here}/new`}>{t("add")}</ButtonLink>}
    >
      <DoneNotice done={(await searchParams).done} />
      <ul className="border-b border-line">
        {types.map((type) => {
          const name = localize(type.name, reader, organiser.conference.locale);
          return (
            <li
              key={type.id}
              className="grid items-center gap-x-6 gap-y-2 border-t border-line py-3 wide:grid-cols-[minmax(0,1fr)_auto]"
            >
              <div>
                <a
                  className="link inline-flex min-h-11 items-center font-semibold wide:min-h-0"
                  href={`${here}/${type.id}`}
                >
                  {name}
                </a>
                <p className="text-sm text-ink-2">
                  {[
                    type.archivedAt ? t("archived") : null,
                    t("registrations", { count: type.registrations }),
                    type.capacity === null
                      ? t("unlimited")
                      : t("taken", { taken: type.taken, capacity: type.capacity }),
                    type.needsApproval ? t("approval") : null,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </div>
              <RowActions
                action={arrangeParticipantType.bind(null, slug, type.id)}
                name={name}
                archived={type.archivedAt !== null}
                first={type.id === active[0]?.id}
                last={type.id === active.at(-1)?.id}
                removable={!type.used}
              />
            </li>
          );
        })}
      </ul>
    </DeskPage>
  );
}
