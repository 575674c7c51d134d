import { useTranslations } from "next-intl";
import { Press } from "@/components/registrations/press";
import { bookAction } from "@/lib/bookings/actions";
import type { SeatStanding } from "@/lib/seats/queries";
import type { Here } from "./closed";
import { Counts } from "./counts";
import { Overlaps, SwapForm } from "./overlaps";

/** For who has no seat here: book, or swap what stands in the way, or wait. */
export function Booking({ here, standing, again }: { here: Here; standing: SeatStanding; again: boolean }) {
  const t = useTranslations("seats");
  const { session, busy, left } = standing;
  const book = bookAction.bind(null, here.conference, here.reader, session.slug);
  return (
    <section className="grid gap-4">
      <Counts standing={standing} />
      {busy.length > 0 ? <Overlaps here={here} busy={busy} /> : null}
      {left === 0 ? <p>{t("page.fullText")}</p> : null}
      {left === 0 && busy.length > 0 ? <p className="text-ink-2">{t("page.fullOverlap")}</p> : null}
      {left > 0 && busy.length > 0 ? (
        <SwapForm here={here} standing={standing} />
      ) : (
        <Press action={book} busy={t("busy")}>
          {left === 0 ? t("join") : again ? t("bookAgain") : t("book")}
        </Press>
      )}
    </section>
  );
}
