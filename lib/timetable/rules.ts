type Timed = { startsAt: Date; endsAt: Date };
type Placed = Timed & { slug: string; room: { id: string; name: string; position: number } | null };

/** One column: a room, or one of two lanes of a room in which things overlap. Without a room: "". */
type Column = { room: string; name: string };
/** Lines of a CSS grid, counted from 1 within the timetable; `to` is the line after the last. */
export type Cell = { fromRow: number; toRow: number; fromColumn: number; toColumn: number };

export type Timetable = {
  columns: { name: string; room: string; lanes: number; from: number }[];
  /** The instants at which something begins or ends, and the minutes until the next. */
  rows: { at: Date; minutes: number; begins: boolean }[];
  cells: Map<string, Cell>;
};

const overlap = (a: Timed, b: Timed) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/**
 * A day as a grid of rooms and times. What has no other session beside it in time lies across all rooms. Rows
 * end where anything begins or ends, so their heights can follow the minutes and still grow with a long title.
 */
export function timetable(sessions: Placed[]): Timetable {
  const alone = (session: Placed) =>
    sessions.every((other) => other.slug === session.slug || !overlap(session, other));
  const lanes = assignLanes(sessions.filter((session) => !alone(session)));
  const columns = headed(lanes.columns);
  const count = Math.max(1, lanes.columns.length);

  const instants = [...new Set(sessions.flatMap((s) => [s.startsAt.getTime(), s.endsAt.getTime()]))].sort(
    (a, b) => a - b,
  );
  const starts = new Set(sessions.map((session) => session.startsAt.getTime()));
  const rows = instants.slice(0, -1).map((at, index) => ({
    at: new Date(at),
    minutes: ((instants[index + 1] ?? at) - at) / 60_000,
    begins: starts.has(at),
  }));

  const line = (at: Date) => instants.indexOf(at.getTime()) + 1;
  const cells = new Map(
    sessions.map((session): [string, Cell] => {
      const column = lanes.of.get(session.slug);
      return [
        session.slug,
        {
          fromRow: line(session.startsAt),
          toRow: line(session.endsAt),
          fromColumn: column === undefined ? 1 : column + 1,
          toColumn: column === undefined ? count + 1 : column + 2,
        },
      ];
    }),
  );
  return { columns, rows, cells };
}

/** Rooms in their order, those without one last; in each as many lanes as things overlap there. */
function assignLanes(sessions: Placed[]): { columns: Column[]; of: Map<string, number> } {
  const rooms = new Map<string, { column: Column; position: number; sessions: Placed[] }>();
  for (const session of sessions) {
    const id = session.room?.id ?? "";
    const known = rooms.get(id) ?? {
      column: { room: id, name: session.room?.name ?? "" },
      position: session.room?.position ?? Number.POSITIVE_INFINITY,
      sessions: [],
    };
    known.sessions.push(session);
    rooms.set(id, known);
  }
  const columns: Column[] = [];
  const of = new Map<string, number>();
  const ordered = [...rooms.values()].sort(
    (a, b) => a.position - b.position || a.column.name.localeCompare(b.column.name),
  );
  for (const { column, sessions: inRoom } of ordered) {
    const ends: Date[] = [];
    for (const session of [...inRoom].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
      const free = ends.findIndex((end) => end <= session.startsAt);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = session.endsAt;
      of.set(session.slug, columns.length + lane);
    }
    columns.push(...ends.map(() => column));
  }
  return { columns, of };
}

/** One heading for each room, over all its lanes. */
function headed(columns: Column[]): Timetable["columns"] {
  const heads: Timetable["columns"] = [];
  columns.forEach(({ room, name }, index) => {
    const last = heads.at(-1);
    if (last && last.room === room) last.lanes += 1;
    else heads.push({ room, name, lanes: 1, from: index + 1 });
  });
  return heads;
}
