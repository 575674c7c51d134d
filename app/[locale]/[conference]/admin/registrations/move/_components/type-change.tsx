import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import type { Organiser } from "@/lib/auth/actors";
import { MOST_AT_ONCE } from "@/lib/bulk-actions/rules";
import { giveType } from "@/lib/type-changes/actions";
import { type TypeRequest, typeMove } from "@/lib/type-changes/input";
import { previewTypeChange } from "@/lib/type-changes/queries";
import { Names } from "./names";
import { ShownPeople } from "./shown-people";

type Props = {
  organiser: Organiser;
  request: TypeRequest;
  /** In the reader's language. */
  type: string;
  /** The fields that carry whom the request means. */
  fields: [name: string, value: string][];
  list: string;
  leave: string;
};

/** Says whose participant type would change, and for whom there is no room; only the button does it. */
export async function TypeChange({ organiser, request, type, fields, list, leave }: Props) {
  const [t, preview] = await Promise.all([
    getTranslations("desk"),
    previewTypeChange(db, organiser, request),
  ]);
  const { fit, full, more, already, cancelled } = preview;
  return (
    <div className="grid max-w-[72ch] gap-5">
      {fit.length === 0 ? (
        <Notice
          tone={full.length > 0 ? "warn" : "info"}
          title={full.length > 0 ? t("retype.full", { count: full.length, type }) : t("bulk.none")}
        />
      ) : (
        <Notice tone="info" title={t("retype.what", { count: fit.length, type })}>
          <ul className="list-disc pl-5">
            {full.length > 0 ? <li>{t("retype.full", { count: full.length, type })}</li> : null}
            <li>{t("retype.keeps")}</li>
            <li>{t("bulk.cancel.places")}</li>
            <li>{t("retype.answers")}</li>
            <li>{t("retype.undoable")}</li>
          </ul>
        </Notice>
      )}
      {more ? <Notice tone="warn" title={t("bulk.more", { most: MOST_AT_ONCE })} /> : null}
      {already > 0 || cancelled > 0 ? (
        <section>
          <h2 className="mb-2 text-[17px]">{t("bulk.notApplicable")}</h2>
          <ul className="list-disc pl-5">
            {already > 0 ? <li>{t("retype.already", { count: already, type })}</li> : null}
            {cancelled > 0 ? (
              <li>{t("bulk.inState", { count: cancelled, state: t("states.cancelled") })}</li>
            ) : null}
          </ul>
        </section>
      ) : null}
      {fit.length > 0 ? (
        <Form action={giveType.bind(null, organiser.conference.slug)}>
          <input type="hidden" name="move" value={typeMove(request.typeId)} />
          <input type="hidden" name="scope" value={request.scope} />
          <ShownPeople people={fit} />
          {fields.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <div className="flex flex-wrap gap-3">
            <SubmitButton busy={t("bulk.busy")}>{t("retype.button", { count: fit.length })}</SubmitButton>
            <ButtonLink look="quiet" href={leave}>
              {t("bulk.leave")}
            </ButtonLink>
          </div>
        </Form>
      ) : null}
      {full.length > 0 ? <Names title={t("retype.noRoomFor")} people={full} list={list} /> : null}
      {fit.length > 0 ? <Names title={t("bulk.who")} people={fit} list={list} /> : null}
    </div>
  );
}
