import { getTranslations } from "next-intl/server";
import { ClashWords, type Names } from "@/components/draft/clash-list";
import { clashKey, type Found, MOST_CLASHES } from "@/lib/clashes/rules";
import { formatInstant } from "@/lib/dates";

type Props = {
  clashes: Found[];
  names: Names;
  sessions: { id: string; title: string; startsAt: Date }[];
  /** What is said before the list, when it is not the draft's own. */
  title?: string;
  text?: string;
  /** Where a session is changed; undefined for one that is not saved yet. */
  href: (id: string) => string | undefined;
  reader: string;
  timeZone: string;
};

/** Clashes of a programme, each with the session it was found at. Nothing when there is none. */
export async function FoundClashes({ clashes, names, sessions, title, text, href, reader, timeZone }: Props) {
  const t = await getTranslations("desk.programme.clashes");
  if (clashes.length === 0) return null;
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const count = clashes.length;
  return (
    <section className="mb-6 rounded-xl border border-line bg-surface p-5" aria-labelledby="clashes">
      <h2 id="clashes" className="mb-2 text-[17px]">
        {title ?? (count < MOST_CLASHES ? t("count", { count }) : t("many", { count }))}
      </h2>
      {text ? <p className="mb-3 max-w-[70ch] text-[15px] text-ink-2">{text}</p> : null}
      <ul className="text-[15px]">
        {clashes.map(({ id, clash }) => {
          const session = byId.get(id);
          if (!session) return null;
          const address = href(id);
          return (
            <li
              key={`${id} ${clashKey(clash)}`}
              className="grid gap-x-4 border-t border-line py-2 first:border-t-0 wide:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
            >
              <span className="[overflow-wrap:anywhere]">
                {address ? (
                  <a
                    className="link inline-flex min-h-11 items-center font-semibold wide:min-h-0"
                    href={address}
                  >
                    {session.title}
                  </a>
                ) : (
                  <span className="font-semibold">{session.title}</span>
                )}{" "}
                <span className="text-sm text-ink-2 tabular-nums">
                  {formatInstant(session.startsAt, "moment", reader, timeZone)}
                </span>
              </span>
              <span className="text-bad [overflow-wrap:anywhere]">
                <ClashWords clash={clash} names={names} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
