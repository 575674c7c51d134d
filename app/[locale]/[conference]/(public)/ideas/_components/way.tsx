import { useTranslations } from "next-intl";
import { WindowNotice } from "@/components/conferences/window-word";
import type { Conference } from "@/lib/conferences/queries";
import type { Window } from "@/lib/conferences/rules";
import { formatInstant, zoneName } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";

type Key = "ideas" | "consultations" | "applications" | "meetings" | "vote" | "open-space";

/** One way to take part: what it is, when it is open, and where it leads. */
export function Way({
  conference,
  way,
  window,
  openSpace,
}: {
  conference: Conference & { reader: Locale };
  way: Key;
  window: Window;
  /** The session in which the open space takes place. */
  openSpace: string | undefined;
}) {
  const t = useTranslations("floor");
  const { reader, slug, timeZone } = conference;
  const home = `/${reader}/${slug}`;
  const leads: Partial<Record<Key, string>> = {
    meetings: `${home}/matchmaking`,
    vote: `${home}/awards`,
    applications: `${home}/awards`,
    "open-space": openSpace && `${home}/programme/${openSpace}`,
  };
  const { opensAt, closesAt } = window;
  const moment = (instant: Date) => formatInstant(instant, "moment", reader, timeZone);
  const lead = leads[way];
  const more = way === "ideas" || way === "consultations" || way === "open-space" ? way : undefined;
  return (
    <div id={way} className="grid gap-x-10 gap-y-2 border-b border-line py-6 wide:grid-cols-[15rem_1fr]">
      <div>
        <WindowNotice conference={conference} window={window} module={way} />
        {opensAt && closesAt ? (
          <p className="mt-1 text-[13px] text-ink-3 tabular-nums">
            {t("fromTo", {
              from: moment(opensAt),
              to: moment(closesAt),
              zone: zoneName(closesAt, timeZone, reader),
            })}
          </p>
        ) : null}
      </div>
      <div>
        <h3 className="text-xl">{t(`${way}.title`)}</h3>
        <p className="mt-2 max-w-[62ch]">{t(`${way}.text`)}</p>
        {more ? <p className="mt-2 max-w-[62ch] text-[15px] text-ink-2">{t(`${more}.more`)}</p> : null}
        {lead && way !== "applications" && way !== "ideas" && way !== "consultations" ? (
          <a href={lead} className="link mt-1 inline-flex min-h-11 items-center font-semibold">
            {t(`${way}.action`)}
          </a>
        ) : null}
      </div>
    </div>
  );
}
