import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ButtonLink } from "@/components/ui/button";
import { Form, FormTextArea } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import type { AddressParams } from "@/lib/address";
import { requireOrganiser } from "@/lib/auth/actors";
import { moveRegistrations } from "@/lib/bulk-actions/actions";
import { readMoveRequest, type Selection } from "@/lib/bulk-actions/input";
import { previewMove } from "@/lib/bulk-actions/queries";
import { MOST_AT_ONCE } from "@/lib/bulk-actions/rules";
import { loadConference } from "@/lib/conferences/queries";
import { localize } from "@/lib/i18n/text";
import { filterFields } from "@/lib/registration-filters/rules";
import { viewAddress } from "@/lib/registration-list/rules";
import { readTypeRequest } from "@/lib/type-changes/input";
import { findTargetType } from "@/lib/type-changes/queries";
import { Consequences } from "./_components/consequences";
import { Names } from "./_components/names";
import { ShownPeople } from "./_components/shown-people";
import { TypeChange } from "./_components/type-change";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<AddressParams>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.bulk"))("title") };
}

const fieldsOf = (selection: Selection): [string, string][] =>
  selection.scope === "all"
    ? filterFields(selection.filter)
    : selection.ids.map((id): [string, string] => ["id", id]);

/** Says how many, who and what follows; only the button below does it. */
export default async function MovePage({ params, searchParams }: Props) {
  const { reader, slug } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const t = await getTranslations("desk");
  const asked = await searchParams;
  const request = readMoveRequest(asked);
  const retype = readTypeRequest(asked);
  const selection = request ?? retype;
  const type = retype && (await findTargetType(db, organiser, retype.typeId));
  const list = `/${reader}/${slug}/admin/registrations`;
  const from =
    selection?.scope === "all"
      ? list + viewAddress({ filter: selection.filter, sort: "newest", size: 50, page: 1 })
      : list;
  const back = { href: from, label: t("registrations.title") };
  if (!selection || (retype && !type) || (selection.scope === "chosen" && selection.ids.length === 0)) {
    return (
      <DeskPage title={t("bulk.title")} back={back}>
        <Notice tone="info" title={t("bulk.nobodyChosen")}>
          {t("bulk.nobodyChosenHelp")}
        </Notice>
      </DeskPage>
    );
  }
  if (retype && type) {
    const name = localize(type.name, reader, organiser.conference.locale);
    return (
      <DeskPage title={t("retype.title")} back={back}>
        <TypeChange
          organiser={organiser}
          request={retype}
          type={name}
          fields={fieldsOf(retype)}
          list={list}
          leave={from}
        />
      </DeskPage>
    );
  }
  if (!request) throw new Error("A selection without what to do with it");
  const preview = await previewMove(db, organiser, request);
  const count = preview.now.length;
  return (
    <DeskPage title={t(`bulk.${request.move}.title`, { count })} back={back}>
      <div className="grid max-w-[72ch] gap-5">
        {count === 0 ? (
          <Notice tone="info" title={t("bulk.none")} />
        ) : (
          <Consequences move={request.move} preview={preview} mode={organiser.conference.mode} />
        )}
        {preview.more ? <Notice tone="warn" title={t("bulk.more", { most: MOST_AT_ONCE })} /> : null}
        {preview.notApplicable.length > 0 || preview.checkedIn > 0 ? (
          <section>
            <h2 className="mb-2 text-[17px]">{t("bulk.notApplicable")}</h2>
            <ul className="list-disc pl-5">
              {preview.notApplicable.map(({ state, count }) => (
                <li key={state}>{t("bulk.inState", { count, state: t(`states.${state}`) })}</li>
              ))}
              {preview.checkedIn > 0 ? <li>{t("bulk.checkedIn", { count: preview.checkedIn })}</li> : null}
            </ul>
          </section>
        ) : null}
        {count > 0 ? (
          <>
            <Form action={moveRegistrations.bind(null, slug)}>
              <input type="hidden" name="move" value={request.move} />
              <input type="hidden" name="scope" value={request.scope} />
              <ShownPeople people={preview.now} />
              {fieldsOf(request).map(([name, value]) => (
                <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
              ))}
              {request.move === "decline" ? (
                <FormTextArea
                  name="reason"
                  label={t("bulk.decline.reason")}
                  hint={t("bulk.decline.reasonHint", { count })}
                  optional={t("form.optional")}
                  maxLength={1000}
                />
              ) : null}
              <div className="flex flex-wrap gap-3">
                <SubmitButton
                  look={request.move === "cancel" || request.move === "decline" ? "danger" : "primary"}
                  busy={t("bulk.busy")}
                >
                  {t(`bulk.${request.move}.button`, { count })}
                </SubmitButton>
                <ButtonLink look="quiet" href={from}>
                  {t("bulk.leave")}
                </ButtonLink>
              </div>
            </Form>
            <Names title={t("bulk.who")} people={preview.now} list={list} />
          </>
        ) : null}
      </div>
    </DeskPage>
  );
}
