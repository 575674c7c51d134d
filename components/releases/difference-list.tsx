import { getTranslations } from "next-intl/server";
import { StateWord } from "@/components/ui/state-word";
import { formatInstant } from "@/lib/dates";
import { concernsGuests, type Difference, isEmpty, type SessionEntry } from "@/lib/releases/rules";
import { changeWords } from "./change-words";

type Props = {
  difference: Difference;
  reader: string;
  timeZone: string;
  /** Whether it is said of which changes those who starred or booked the session are told. */
  told?: boolean;
};
const tones = { added: "ok", removed: "bad", changed: "warn" } as const;

/** What is different between two programmes, session by session, in words. */
export async function DifferenceList({ difference, reader, timeZone, told = true }: Props) {
  const t = await getTranslations("releases.difference");
  const say = await changeWords(reader, timeZone);
  if (isEmpty(difference)) return <p className="text-ink-2">{t("none")}</p>;
  const word = ({ entry, changes }: SessionEntry) => {
    if (changes.some(({ what }) => what === "cancelled"))
      return <StateWord tone="bad">{t("cancelled")}</StateWord>;
    return <StateWord tone={tones[entry]}>{t(entry)}</StateWord>;
  };
  return (
    <div className="max-w-[76ch]">
      <ul className={difference.sessions.length > 0 ? "border-b border-line" : ""}>
        {difference.sessions.map((entry) => (
          <li
            key={entry.session.id}
            className="grid gap-x-6 gap-y-1 border-t border-line py-3 sm:grid-cols-[9.5rem_minmax(0,1fr)]"
          >
            <div className="text-sm text-ink-2 tabular-nums">
              {formatInstant(new Date(entry.session.startsAt), "dayShort", reader, timeZone)},{" "}
              {formatInstant(new Date(entry.session.startsAt), "time", reader, timeZone)}
              <br />
              {word(entry)}
            </div>
            <div>
              <h3 className="text-[16px] [overflow-wrap:anywhere]">{entry.session.title}</h3>
              <ul className="mt-0.5 grid gap-0.5 text-[15px] text-ink-2">
                {entry.changes.map((change) => (
                  <li key={change.what} className="[overflow-wrap:anywhere]">
                    {say(change)}
                  </li>
                ))}
              </ul>
              {entry.entry !== "changed" && entry.session.room ? (
                <p className="text-[15px] text-ink-2">{entry.session.room}</p>
              ) : null}
              {told && concernsGuests(entry) ? <p className="mt-1 text-sm text-ink-3">{t("told")}</p> : null}
            </div>
          </li>
        ))}
      </ul>
      {difference.shared.length > 0 ? (
        <ul className="mt-5 grid gap-1 text-[15px] text-ink-2">
          {difference.shared.map(({ of, entry, name, before }) => (
            <li key={`${of} ${entry} ${name}`}>
              {before
                ? t("renamed", { of: t(`of.${of}`), before, name })
                : t(`shared.${entry}`, { of: t(`of.${of}`), name })}
            </li>
          ))}
        </ul>
      ) : null}
      {difference.order ? <p className="text-ink-2">{t("order")}</p> : null}
    </div>
  );
}
