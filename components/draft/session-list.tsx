import { formatInstant } from "@/lib/dates";

type Row = { id: string; title: string; startsAt: Date; endsAt: Date; note?: string };

/** A few sessions of the draft, each leading to its form. */
export function SessionList({
  sessions,
  programme,
  reader,
  timeZone,
}: {
  sessions: Row[];
  programme: string;
  reader: string;
  timeZone: string;
}) {
  return (
    <ul className="border-b border-line text-[15px]">
      {sessions.map(({ id, title, startsAt, endsAt, note }) => (
        <li key={`${id} ${note}`} className="grid gap-x-4 border-t border-line py-2 sm:grid-cols-[210px_1fr]">
          <span className="text-ink-2 tabular-nums">
            {formatInstant(startsAt, "moment", reader, timeZone)}–
            {formatInstant(endsAt, "time", reader, timeZone)}
          </span>
          <span>
            <a
              className="link inline-flex min-h-11 items-center wide:min-h-0"
              href={`${programme}/sessions/${id}`}
            >
              {title}
            </a>
            {note ? <span className="text-ink-2"> · {note}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
