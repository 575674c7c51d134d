import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locales";
import type { SeatRefusal } from "@/lib/seats/rules";

export type Here = { conference: string; reader: Locale; timeZone: string };

/** Why there is nothing to book. */
export function Closed({ refusal }: { refusal: SeatRefusal }) {
  const t = useTranslations("seats.page");
  const words = { "session-cancelled": "cancelled", "session-without-seats": "open", "seats-closed": "over" };
  return (
    <Notice tone={refusal === "session-without-seats" ? "info" : "warn"}>
      {t(words[refusal] as "cancelled" | "open" | "over")}
    </Notice>
  );
}

/** Signed in, but without a confirmed registration: what comes first. */
export function Unconfirmed({ here, registered }: { here: Here; registered: boolean }) {
  const t = useTranslations("seats");
  const site = `/${here.reader}/${here.conference}`;
  return (
    <div className="grid justify-items-start gap-4">
      <p>{t(registered ? "page.unconfirmed" : "page.unregistered")}</p>
      <ButtonLink href={registered ? `${site}/registration` : `${site}/register`}>
        {t(registered ? "page.registration" : "register")}
      </ButtonLink>
    </div>
  );
}
