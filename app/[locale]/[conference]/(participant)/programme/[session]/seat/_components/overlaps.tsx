import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { swapAction } from "@/lib/bookings/actions";
import type { Overlapping } from "@/lib/commitments/queries";
import { formatInstant } from "@/lib/dates";
import type { SeatStanding } from "@/lib/seats/queries";
import type { Here } from "./closed";

/** What the reader has at this time, by name. */
export function Overlaps({ here, busy }: { here: Here; busy: Overlapping[] }) {
  const t = useTranslations("seats.page");
  const time = (instant: Date) => formatInstant(instant, "time", here.reader, here.timeZone);
  return (
    <div>
      <p>{t("overlap")}</p>
      <ul className="mt-2 grid gap-2">
        {busy.map(({ id, slug, title, startsAt, endsAt }) => (
          <li key={id} className="rounded-lg border border-yours-line bg-yours-wash px-4 py-2.5">
            {slug && title && startsAt && endsAt ? (
              <>
                <a
                  className="font-semibold"
                  href={`/${here.reader}/${here.conference}/programme/${slug}/seat`}
                >
                  {title}
                </a>{" "}
                <span className="text-ink-2 tabular-nums">
                  {time(startsAt)}–{time(endsAt)}
                </span>
              </>
            ) : (
              t("elsewhere")
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Gives up what is named above it and books, in one. */
export function SwapForm({ here, standing: { session, busy } }: { here: Here; standing: SeatStanding }) {
  const t = useTranslations("seats");
  // A meeting, a circle, or a seat at another conference is given up where it was taken.
  if (!busy.every(({ seatId, slug }) => seatId && slug))
    return <p className="text-ink-2">{t("page.noSwap")}</p>;
  const [only] = busy;
  const label =
    busy.length === 1 && only?.title
      ? t("page.swap", { title: only.title })
      : t("page.swapSeveral", { count: busy.length });
  return (
    <Form
      action={swapAction.bind(null, here.conference, here.reader, session.slug)}
      className="grid justify-items-start gap-3"
    >
      {busy.map(({ id, seatId }) => (
        <input key={id} type="hidden" name="giveUp[]" value={seatId ?? ""} />
      ))}
      <p className="text-ink-2">{t("page.swapText")}</p>
      <SubmitButton busy={t("busy")}>{label}</SubmitButton>
    </Form>
  );
}
