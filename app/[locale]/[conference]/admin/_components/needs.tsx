import { useLocale, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { StateWord, type Tone } from "@/components/ui/state-word";
import type { Conference } from "@/lib/conferences/queries";
import { formatDays, formatInstant } from "@/lib/dates";
import { daysBetween } from "@/lib/local-time";
import type { Need } from "@/lib/overview/rules";

const tones = { now: "bad", soon: "warn", missing: "warn", suggestion: "quiet" } as const satisfies Record<
  Need["urgency"],
  Tone
>;

type Props = {
  needs: Need[];
  desk: string;
  conference: Conference;
  /** The conference's clock and the real one: mails are sent in real time. */
  now: Date;
  realNow: Date;
  typeNames: Map<string, string>;
};

/** What waits for the organiser, each with the place where it is done. */
export function Needs({ needs, desk, conference, now, realNow, typeNames }: Props) {
  const t = useTranslations("desk.needs");
  const locale = useLocale();
  const { timeZone } = conference;
  const since = ({ key, since }: Need) =>
    since ? formatDays(daysBetween(key.startsWith("mails") ? realNow : now, since, timeZone), locale) : null;
  const cell = "block wide:table-cell wide:px-2.5 wide:py-2.5 wide:align-top";
  return (
    <Panel title={t("title")}>
      {needs.length === 0 ? (
        <p className="text-ink-2">{t("nothing")}</p>
      ) : (
        <table className="block w-full text-[15px] wide:table">
          <thead className="hidden wide:table-header-group">
            <tr className="border-b border-line text-left text-sm text-ink-2">
              <th scope="col" className="px-2.5 py-2 font-semibold">
                {t("what")}
              </th>
              <th scope="col" className="px-2.5 py-2 font-semibold">
                {t("since")}
              </th>
              <th scope="col" className="px-2.5 py-2 font-semibold">
                {t("state")}
              </th>
              <th scope="col" className="px-2.5 py-2 font-semibold">
                {t("do")}
              </th>
            </tr>
          </thead>
          <tbody className="block wide:table-row-group">
            {needs.map((need) => (
              <tr
                key={need.key + (need.typeId ?? "")}
                className="block border-b border-line py-2.5 last:border-0 wide:table-row"
              >
                <td className={cell}>
                  {t(`${need.key}.what`, {
                    count: need.count ?? 0,
                    type: typeNames.get(need.typeId ?? "") ?? "",
                    moment: need.at ? formatInstant(need.at, "moment", locale, timeZone) : "",
                  })}
                </td>
                <td className={`${cell} text-ink-2 tabular-nums ${since(need) ? "" : "max-wide:hidden"}`}>
                  {since(need)}
                </td>
                <td className={cell}>
                  <StateWord tone={tones[need.urgency]}>{t(`urgency.${need.urgency}`)}</StateWord>
                </td>
                <td className={cell}>
                  <a
                    className="link inline-flex min-h-11 items-center wide:inline wide:min-h-0"
                    href={`${desk}/${need.href}`}
                  >
                    {t(`${need.key}.do`)}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
