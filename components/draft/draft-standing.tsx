import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import type { Organiser } from "@/lib/auth/actors";
import { findCurrentRelease, readDraft } from "@/lib/releases/queries";
import { difference } from "@/lib/releases/rules";

/** How far the draft is from what visitors see, and the way to publish it. */
export async function DraftStanding({ organiser, programme }: { organiser: Organiser; programme: string }) {
  const { conference } = organiser;
  const [t, release, draft] = await Promise.all([
    getTranslations("desk.programme.standing"),
    findCurrentRelease(db, conference),
    readDraft(db, conference),
  ]);
  const found = release && difference(release.content, draft);
  const count = found ? found.sessions.length + found.shared.length + Number(found.order) : 0;
  const name = release?.name ?? "";
  return (
    <p className="mb-6 text-[15px] text-ink-2">
      {release ? (count > 0 ? t("changes", { count, name }) : t("same", { name })) : t("none")}{" "}
      <a
        className="link inline-flex min-h-11 items-center font-semibold wide:min-h-0"
        href={`${programme}/releases`}
      >
        {release ? (count > 0 ? t("look") : t("releases")) : t("first")}
      </a>
    </p>
  );
}
