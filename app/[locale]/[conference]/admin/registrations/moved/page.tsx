import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { RegistrationStateWord } from "@/components/desk/registration-state";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { undoMove } from "@/lib/bulk/actions";
import { listMoved } from "@/lib/bulk/queries";
import { canTakeBack, isShownMove } from "@/lib/bulk/rules";
import { loadConference } from "@/lib/conferences/queries";
import type { AddressParams } from "@/lib/lists/rules";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<AddressParams>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.bulk"))("movedTitle") };
}

/** What an organiser's move did, drawn from the audit log: so it can be loaded again, and undone later too. */
export default async function MovedPage({ params, searchParams }: Props) {
  const { reader, slug } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const asked = await searchParams;
  const t = await getTranslations("desk");
  const list = `/${reader}/${slug}/admin/registrations`;
  const at = new Date([asked.at].flat()[0] ?? "");
  const skipped = Number([asked.skipped].flat()[0]) || 0;
  const move = isShownMove(asked.move) ? asked.move : null;
  const moved = move && !Number.isNaN(at.getTime()) ? await listMoved(db, organiser, move, at) : [];
  const undoable = move ? moved.filter((one) => canTakeBack(move, one)).length : 0;
  const back = { href: list, label: t("registrations.title") };
  if (!move || moved.length === 0) {
    return (
      <DeskPage title={t("bulk.movedTitle")} back={back}>
        <Notice tone="info" title={t("bulk.nothingMoved")} />
      </DeskPage>
    );
  }
  return (
    <DeskPage title={t("bulk.movedTitle")} back={back}>
      <div className="grid max-w-[72ch] gap-5">
        <Notice tone="ok" title={t(`bulk.${move}.done`, { count: moved.length })} live>
          {organiser.conference.mode === "rehearsal"
            ? t("bulk.mailsKept", { count: moved.length })
            : t("bulk.mailsSent", { count: moved.length })}
        </Notice>
        {skipped > 0 ? <Notice tone="warn" title={t("bulk.skipped", { count: skipped })} /> : null}
        <ul className="border-t border-line">
          {moved.map((one) => (
            <li
              key={one.id}
              className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2 [overflow-wrap:anywhere]"
            >
              <span>
                <a className="link reach" href={`${list}/${one.id}`}>
                  {one.givenName} {one.familyName}
                </a>
                {one.organisation ? <span className="text-ink-2">, {one.organisation}</span> : null}
              </span>
              <RegistrationStateWord state={one.state} cancelReason={one.cancelReason} />
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap items-center gap-3">
          {undoable > 0 ? (
            <Form action={undoMove.bind(null, slug)} className="grid gap-3">
              <input type="hidden" name="move" value={move} />
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
