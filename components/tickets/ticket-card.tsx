import { getTranslations } from "next-intl/server";
import { Ring } from "@/components/ui/ring";
import type { Conference } from "@/lib/conferences/queries";
import { formatDayRange } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import { spacedTicketCode } from "@/lib/tickets/rules";
import { TicketQr } from "./ticket-qr";

type Props = {
  conference: Conference & { reader: Locale };
  code: string;
  name: string;
  organisation: string;
  typeName: string;
};

/** The ticket as a card, on the screen and on paper. Gold: it is theirs. */
export async function TicketCard({ conference, code, name, organisation, typeName }: Props) {
  const t = await getTranslations("myRegistration.ticket");
  const spaced = spacedTicketCode(code);
  return (
    <section
      aria-label={t("title")}
      className="grid max-w-[640px] gap-6 rounded-xl border border-yours-line bg-yours-wash p-5 sm:grid-cols-[200px_1fr] sm:p-6"
    >
      <div className="mx-auto w-full max-w-[200px]">
        <TicketQr code={code} label={t("qr", { code: spaced })} />
      </div>
      <div className="grid content-between gap-4">
        <div>
          <p className="flex items-center gap-2 text-sm font-semibold">
            <Ring className="size-5" /> {t("of", { conference: conference.shortName })}
          </p>
          <p className="mt-3 text-2xl font-bold tracking-heading break-words">{name}</p>
          {organisation ? <p className="break-words">{organisation}</p> : null}
          <p className="text-ink-2">{typeName}</p>
        </div>
        <div>
          <p className="text-sm text-ink-2">
            {formatDayRange(conference.startsOn, conference.endsOn, conference.reader)}
            <br />
            {[conference.venueName, conference.venueCity].filter(Boolean).join(", ")}
          </p>
          <p className="mt-3 text-sm font-semibold text-yours-ink">{t("code")}</p>
          <p className="text-2xl font-bold tracking-wider tabular-nums" translate="no">
            {spaced}
          </p>
        </div>
      </div>
    </section>
  );
}
