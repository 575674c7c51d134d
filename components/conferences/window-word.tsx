import { useTranslations } from "next-intl";
import { StateWord } from "@/components/ui/state-word";
import { conferenceNow } from "@/lib/clock";
import type { Conference, WindowModule } from "@/lib/conferences/queries";
import type { Window } from "@/lib/conferences/rules";
import { formatDays, formatInstant } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import { windowNotice } from "@/lib/windows/rules";

type Reading = Conference & { reader: Locale };

/** What a module's window means for a reader now: "Closes 31 March, in 11 days". */
export function WindowWord({ conference, module }: { conference: Reading; module: WindowModule }) {
  return <WindowNotice conference={conference} window={conference.windows[module]} module={module} />;
}

/** As WindowWord, for a stretch of time that is no module's window. `module` chooses the verb. */
export function WindowNotice({
  conference,
  window,
  module,
}: {
  conference: Reading;
  window: Window;
  module: string;
}) {
  const t = useTranslations("window");
  const { reader, timeZone } = conference;
  const now = conferenceNow(conference);
  const notice = windowNotice(window, now, timeZone);
  if (notice.state === "unset") return <StateWord tone="quiet">{t("unset")}</StateWord>;
  if (notice.state === "open") return <StateWord tone="ok">{t("open")}</StateWord>;
  const date = formatInstant(notice.at, "dateShort", reader, timeZone);
  if (notice.state === "opens") {
    const verb = module === "award-vote" ? "vote" : module === "open-space" ? "openSpace" : module;
    return <StateWord tone="quiet">{t("opens", { date, module: verb })}</StateWord>;
  }
  if (notice.state === "closed") return <StateWord tone="quiet">{t("closed", { date })}</StateWord>;
  if (notice.state === "open-until") return <StateWord tone="ok">{t("openUntil", { date })}</StateWord>;
  const when = formatDays(notice.days, reader);
  return <StateWord tone="warn">{t("closesSoon", { date, when })}</StateWord>;
}
