import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { localize } from "@/lib/i18n/text";
import { listChoices } from "@/lib/lists/queries";
import type { AddressParams } from "@/lib/lists/rules";
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
  const undoable = changed.filter(({ typeId, toType }) => typeId === toType).length;
  return (
    <DeskPage title={t("retype.title")} back={back}>
      <div className="grid max-w-[72ch] gap-5">
        <Notice tone="ok" title={t("retype.done", { count: changed.length })} live>
          {t("retype.noMails")}
        </Notice>
        {skipped > 0 ? <Notice tone="warn" title={t("retype.skipped", { count: skipped })} /> : null}
        <ul className="border-t border-line">
          {changed.map((one) => (
            <li
              key={one.id}
              className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2 [overflow-wrap:anywhere]"
            >
              <a className="link reach" href={`${list}/${one.id}`}>
                {one.givenName} {one.familyName}
              </a>
              <span className="text-sm text-ink-2">
                {t("retype.fromTo", {
                  from: names.get(one.fromType) ?? "–",
                  to: names.get(one.toType) ?? "–",
                })}
              </span>
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap items-center gap-3">
          {undoable > 0 ? (
            <Form action={undoGiveType.bind(null, slug)} className="grid gap-3">
              <input type="hidden" name="at" value={at.toISOString()} />
              <SubmitButton look="secondary" busy={t("bulk.busy")}>
                {t("bulk.undo", { count: undoable })}
              </SubmitButton>
            </Form>
          ) : null}
          <ButtonLink look={undoable > 0 ? "quiet" : "secondary"} href={list}>
            {t("bulk.toList")}
          </ButtonLink>
        </div>
      </div>
    </DeskPage>
  );
}
