import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { previewMove } from "@/lib/bulk-actions/queries";
import type { OrganiserMove } from "@/lib/bulk-actions/rules";

type Props = {
  move: OrganiserMove;
  preview: Awaited<ReturnType<typeof previewMove>>;
  mode: "rehearsal" | "live";
};

/** What follows for those who are moved: their state, their place, their mail, and whether it can be taken back. */
export function Consequences({ move, preview, mode }: Props) {
  const t = useTranslations("desk.bulk");
  const count = preview.now.length;
  const without = count - preview.withPlace;
  return (
    <Notice
      tone={move === "cancel" || move === "decline" ? "warn" : "info"}
      title={t(`${move}.what`, { count })}
    >
      <ul className="list-disc pl-5">
        {move === "approve" || move === "admit" ? (
          <>
            <li>{t("withPlace", { count: preview.withPlace })}</li>
            {without > 0 ? (
              <li>
                {move === "approve" ? t("toLine", { count: without }) : t("noPlace", { count: without })}
              </li>
            ) : null}
          </>
        ) : null}
        {move === "reinstate" ? <li>{t("reinstate.places")}</li> : null}
        {move === "cancel" ? <li>{t("cancel.places")}</li> : null}
        <li>{mode === "rehearsal" ? t("mailsKept", { count }) : t("mailsSent", { count })}</li>
        <li>{t(move === "cancel" ? "undoableWhilePlaces" : "undoable")}</li>
      </ul>
    </Notice>
  );
}
