import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { DoneList } from "@/components/desk/done-list";
import { Notice } from "@/components/ui/notice";
import { db } from "@/db/client";
import type { AddressParams } from "@/lib/address";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { localize } from "@/lib/i18n/text";
import { listChoices } from "@/lib/registration-filters/queries";
import { undoGiveType } from "@/lib/type-changes/actions";
import { listTypeChanges } from "@/lib/type-changes/queries";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<AddressParams>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.retype"))("title") };
}

/** What a change of type did, drawn from the audit log: so it can be loaded again, and undone later too. */
export default async function RetypedPage({ params, searchParams }: Props) {
  const { reader, slug } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const asked = await searchParams;
  const t = await getTranslations("desk");
  const list = `/${reader}/${slug}/admin/registrations`;
  const at = new Date([asked.at].flat()[0] ?? "");
  const skipped = Number([asked.skipped].flat()[0]) || 0;
  const back = { href: list, label: t("registrations.title") };
  const [changed, { types }] = await Promise.all([
    Number.isNaN(at.getTime()) ? [] : listTypeChanges(db, organiser, at),
    listChoices(db, organiser),
  ]);
  if (changed.length === 0) {
    return (
      <DeskPage title={t("retype.title")} back={back}>
        <Notice tone="info" title={t("bulk.nothingMoved")} />
      </DeskPage>
    );
  }
  const names = new Map(
    types.map(({ id, name }) => [id, localize(name, reader, organiser.conference.locale)]),
  );
  return (
    <DeskPage title={t("retype.title")} back={back}>
      <DoneList
        done={t("retype.done", { count: changed.length })}
        note={t("retype.noMails")}
        skipped={skipped > 0 ? t("retype.skipped", { count: skipped }) : null}
        people={changed.map((one) => ({
          id: one.id,
          name: `${one.givenName} ${one.familyName}`,
          now: (
            <span className="text-sm text-ink-2">
              {t("retype.fromTo", {
                from: names.get(one.fromType) ?? "–",
                to: names.get(one.toType) ?? "–",
              })}
            </span>
          ),
        }))}
        list={list}
        undo={{
          count: changed.filter(({ typeId, toType }) => typeId === toType).length,
          action: undoGiveType.bind(null, slug),
          fields: { at: at.toISOString() },
        }}
      />
    </DeskPage>
  );
}
