import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { DoneList } from "@/components/desk/done-list";
import { RegistrationStateWord } from "@/components/desk/registration-state";
import { Notice } from "@/components/ui/notice";
import { db } from "@/db/client";
import type { AddressParams } from "@/lib/address";
import { requireOrganiser } from "@/lib/auth/actors";
import { undoMove } from "@/lib/bulk-actions/actions";
import { listMoved } from "@/lib/bulk-actions/queries";
import { canTakeBack, isShownMove } from "@/lib/bulk-actions/rules";
import { loadConference } from "@/lib/conferences/queries";

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
      <DoneList
        done={t(`bulk.${move}.done`, { count: moved.length })}
        note={
          organiser.conference.mode === "rehearsal"
            ? t("bulk.mailsKept", { count: moved.length })
            : t("bulk.mailsSent", { count: moved.length })
        }
        skipped={skipped > 0 ? t("bulk.skipped", { count: skipped }) : null}
        people={moved.map((one) => ({
          id: one.id,
          name: `${one.givenName} ${one.familyName}`,
          organisation: one.organisation,
          now: <RegistrationStateWord state={one.state} cancelReason={one.cancelReason} />,
        }))}
        list={list}
        undo={{
          count: moved.filter((one) => canTakeBack(move, one)).length,
          action: undoMove.bind(null, slug),
          fields: { move, at: at.toISOString() },
        }}
      />
    </DeskPage>
  );
}
