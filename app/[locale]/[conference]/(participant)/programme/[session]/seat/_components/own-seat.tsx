import { useTranslations } from "next-intl";
import { Press } from "@/components/registrations/press";
import { Notice } from "@/components/ui/notice";
import { giveBackAction } from "@/lib/bookings/actions";
import type { SeatStanding } from "@/lib/seats/queries";
import type { Here } from "./closed";
import { Counts } from "./counts";
import { Overlaps, SwapForm } from "./overlaps";

type Props = {
  here: Here;
  standing: SeatStanding;
  own: NonNullable<SeatStanding["own"]>;
  mayGiveBack: boolean;
  maySwap: boolean;
};

/** A seat or a place in line, and the way out of it. */
export function OwnSeat({ here, standing, own, mayGiveBack, maySwap }: Props) {
  const t = useTranslations("seats");
  const { session, busy, left } = standing;
  const back = giveBackAction.bind(null, here.conference, here.reader, session.slug);
  if (own.state === "booked")
    return (
      <section className="grid gap-4">
        <Notice tone="yours" title={t("yours")}>
          {t(mayGiveBack ? "page.bookedText" : "page.tooLate")}
        </Notice>
        <Counts standing={standing} />
        {mayGiveBack ? (
          <Press action={back} look="secondary" busy={t("busy")}>
            {t("giveBack")}
          </Press>
        ) : null}
      </section>
    );
  return (
    <section className="grid gap-4">
      <Notice tone="yours" title={t("page.position", { position: own.position })}>
        {t(busy.length > 0 ? "page.passedOver" : "page.positionText")}
      </Notice>
      <Counts standing={standing} />
      {busy.length > 0 ? <Overlaps here={here} busy={busy} /> : null}
      {busy.length > 0 && left > 0 && maySwap ? <SwapForm here={here} standing={standing} /> : null}
      <Press action={back} look="secondary" busy={t("busy")}>
        {t("leave")}
      </Press>
    </section>
  );
}
