import { useLocale, useTranslations } from "next-intl";
import { StateWord } from "@/components/ui/state-word";
import type { Conference, WindowModule } from "@/lib/conferences/queries";
import { windowState } from "@/lib/conferences/rules";
import { formatInstant } from "@/lib/dates";

/** What is open now, what was and what will be. */
export function OpenWindows({ conference, now }: { conference: Conference; now: Date }) {
  const t = useTranslations("settings.windows");
  const locale = useLocale();
  const modules = Object.entries(conference.windows) as [WindowModule, Conference["windows"][WindowModule]][];
  const moment = (at: Date) => formatInstant(at, "moment", locale, conference.timeZone);
  return (
    <ul>
      {modules.map(([module, window]) => {
        const state = windowState(window, now);
        return (
          <li key={module} className="border-b border-line py-2 last:border-0">
            <div className="flex items-baseline justify-between gap-4 text-[15px]">
              <span>{t(`module.${module}`)}</span>
              <StateWord tone={state === "open" ? "ok" : "quiet"}>
                {t(`state.${window.opensAt ? state : "unset"}`)}
              </StateWord>
            </div>
            {window.opensAt ? (
              <p className="text-sm text-ink-2 tabular-nums">
                {moment(window.opensAt)}
                {window.closesAt ? ` – ${moment(window.closesAt)}` : null}
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
