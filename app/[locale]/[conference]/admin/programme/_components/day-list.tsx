import { getTranslations } from "next-intl/server";
import type { Draft } from "@/components/draft/draft";
import { StateWord } from "@/components/ui/state-word";
import type { Clash } from "@/lib/clashes/rules";
import { formatInstant } from "@/lib/dates";
import type { DraftSession } from "@/lib/sessions/rules";

/** A day of the draft by time, for narrow screens: each session leads to its form. */
export async function DayList({
  sessions,
  clashes,
  draft,
  programme,
}: {
  sessions: DraftSession[];
  clashes: { id: string; clash: Clash }[];
  draft: Pick<Draft, "conference" | "reader" | "rooms" | "topics">;
  programme: string;
}) {
  const t = await getTranslations("desk.programme");
  const { conference, reader, rooms, topics } = draft;
  const time = (at: Date) => formatInstant(at, "time", reader, conference.timeZone);
  const clashing = new Set(clashes.flatMap(({ id, clash }) => ("with" in clash ? [id, clash.with] : [id])));
  if (sessions.length === 0) return <p className="text-ink-2 wide:hidden">{t("emptyDay")}</p>;
  return (
    <ul className="border-b border-line wide:hidden">
      {sessions.map((session) => (
        <li key={session.id} className="grid grid-cols-[52px_minmax(0,1fr)] gap-3 border-t border-line py-3">
          <p className="pt-0.5 text-sm text-ink-3 tabular-nums">
            {time(session.startsAt)}
            <br />
            {time(session.endsAt)}
          </p>
          <div data-topic={topics.find(({ id }) => id === session.topicId)?.colour}>
            <a
              className={`link inline-flex min-h-11 items-center font-semibold ${session.cancelled ? "line-through" : ""}`}
              href={`${programme}/sessions/${session.id}`}
            >
              {session.title}
            </a>
            <p className="text-sm text-ink-2">
              {rooms.find(({ id }) => id === session.roomId)?.name ?? t("grid.noRoom")}
              {session.seats === null ? null : ` · ${t("rooms.seatCount", { count: session.seats })}`}
            </p>
            {session.cancelled ? <StateWord tone="bad">{t("session.cancelled")}</StateWord> : null}
            {clashing.has(session.id) ? <StateWord tone="bad">{t("grid.clashing")}</StateWord> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
