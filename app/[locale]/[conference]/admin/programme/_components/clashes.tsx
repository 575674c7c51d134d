import { getTranslations } from "next-intl/server";
import { ClashWords, type Names } from "@/components/draft/clash-list";
import type { Draft } from "@/components/draft/draft";
import { type Clash, clashKey } from "@/lib/clashes/rules";
import { formatInstant } from "@/lib/dates";
import type { DraftSession } from "@/lib/sessions/rules";

/** Every clash of the draft, each with the session it was found at. Nothing when there is none. */
export async function Clashes({
  clashes,
  names,
  slots,
  draft: { conference, reader },
  programme,
}: {
  clashes: { id: string; clash: Clash }[];
  names: Names;
  slots: DraftSession[];
  draft: Pick<Draft, "conference" | "reader">;
  programme: string;
}) {
  const t = await getTranslations("desk.programme.clashes");
  if (clashes.length === 0) return null;
  return (
    <section className="mb-6 rounded-xl border border-line bg-surface p-5" aria-labelledby="clashes">
      <h2 id="clashes" className="mb-2 text-[17px]">
        {t("count", { count: clashes.length })}
      </h2>
      <ul className="text-[15px]">
        {clashes.map(({ id, clash }) => {
          const session = slots.find((slot) => slot.id === id);
          return session ? (
            <li
              key={`${id} ${clashKey(clash)}`}
              className="grid gap-x-4 border-t border-line py-2 first:border-t-0 wide:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
            >
              <span>
                <a
                  className="link inline-flex min-h-11 items-center font-semibold wide:min-h-0"
                  href={`${programme}/sessions/${id}`}
                >
                  {session.title}
                </a>{" "}
                <span className="text-sm text-ink-2 tabular-nums">
                  {formatInstant(session.startsAt, "moment", reader, conference.timeZone)}
                </span>
              </span>
              <span className="text-bad">
                <ClashWords clash={clash} names={names} />
              </span>
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}
