import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { commitments, conferences, registrations, releasedSessions, seats } from "@/db/schema";
import type { Guest } from "@/lib/auth/actors";
import { bookSeat, giveBack, swapSeats } from "@/lib/bookings/mutations";
import { cancelRegistration, undoCancel } from "@/lib/cancellations/mutations";
import { conferenceNow } from "@/lib/clock";
import { lockSessions } from "@/lib/seat-waiting-list/mutations";
import { settleSeats } from "@/lib/seats/mutations";
import { aConference, aParticipant, aProgramme } from "@/tests/factories";
import { type ModelSession, SeatsModel, type Step } from "./seats-model";
import { PEOPLE, SESSIONS, type Sequence } from "./seats-steps";

const NINE = Date.UTC(2019, 4, 14, 6);
const hour = (hours: number) => new Date(NINE + hours * 3_600_000);
const BEGUN = Date.UTC(2019, 2, 20, 8);

/** A conference of its own, on which one sequence after the other is played and held against the model. */
export async function aSeatsWorld(db: Database) {
  const conference = await aConference(db);
  const programme = await aProgramme(db, conference, {
    sessions: Array.from({ length: SESSIONS }, () => ({ seats: 1 })),
  });
  // In the order in which lines move up.
  const sessionIds = programme.sessions.map(({ id }) => id).sort();
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => aParticipant(db, conference)));
  const world = { db, conference, sessionIds, people };
  return {
    async play({ sessions, steps }: Sequence): Promise<string[]> {
      await reset(world, sessions);
      const model = new SeatsModel(sessions.map((one) => ({ ...one })));
      for (const [index, one] of steps.entries()) {
        const given = one.do === "swap" ? model.inTheWay(one.person, one.session) : [];
        const back = one.do === "giveBack" ? model.toGiveBack(one.one) : undefined;
        const expected = model.take(one);
        const happened = await act(world, one, { given, back }, index + 1);
        const differences = [
          ...(happened === expected ? [] : [`answered ${happened} instead of ${expected}`]),
          ...(await compare(world, model)),
        ];
        if (differences.length > 0) return [`step ${index + 1} of ${JSON.stringify(steps)}`, ...differences];
      }
      return [];
    },
  };
}

type World = {
  db: Database;
  conference: Awaited<ReturnType<typeof aConference>>;
  sessionIds: string[];
  people: Awaited<ReturnType<typeof aParticipant>>[];
};

const setClock = ({ db, conference }: World, steps: number) =>
  db
    .update(conferences)
    .set({ clockSetAt: new Date(BEGUN + steps * 60_000) })
    .where(eq(conferences.id, conference.id));

async function reset(world: World, sessions: ModelSession[]) {
  const { db, conference, sessionIds } = world;
  await db.delete(seats).where(eq(seats.conferenceId, conference.id));
  await db
    .update(registrations)
    .set({ state: "confirmed", cancelledAt: null, cancelReason: null })
    .where(eq(registrations.conferenceId, conference.id));
  const rows = sessions.map(({ from, to, seats: count }, index) => ({
    id: sessionIds[index],
    from: hour(from).toISOString(),
    to: hour(to).toISOString(),
    seats: count,
  }));
  await db.execute(sql`
    update ${releasedSessions} set starts_at = made."from", ends_at = made."to", seats = made.seats, cancelled = false
    from json_to_recordset(${JSON.stringify(rows)}::json) as made(id uuid, "from" timestamptz, "to" timestamptz, seats int)
    where ${releasedSessions.sessionId} = made.id`);
}

type Meant = { given: number[]; back: { person: number; session: number } | undefined };

async function act(world: World, one: Step, { given, back }: Meant, steps: number): Promise<string> {
  const { db, conference, sessionIds, people } = world;
  await setClock(world, steps);
  const sessionId = "session" in one ? (sessionIds[one.session] ?? "") : "";
  const participant = "person" in one ? people[one.person] : undefined;
  const guest = participant as unknown as Guest;
  const said = async (result: Promise<{ ok: true; data: unknown } | { ok: false; code: string }>) => {
    const answer = await result;
    if (!answer.ok) return answer.code;
    const { data } = answer;
    return data && typeof data === "object" && "state" in data ? String(data.state) : "ok";
  };
  switch (one.do) {
    case "book":
      return said(bookSeat(db, guest, sessionId));
    case "giveBack":
      return back
        ? said(giveBack(db, people[back.person] as unknown as Guest, sessionIds[back.session] ?? ""))
        : "ok";
    case "swap": {
      const giveUp = await db
        .select({ id: seats.id })
        .from(seats)
        .where(
          and(
            eq(seats.registrationId, people[one.person]?.registrationId ?? ""),
            inArray(seats.sessionId, ["", ...given.map((index) => sessionIds[index] ?? "")].filter(Boolean)),
            eq(seats.state, "booked"),
          ),
        );
      return said(
        swapSeats(
          db,
          guest,
          sessionId,
          giveUp.map(({ id }) => id),
        ),
      );
    }
    case "leave":
      if (!participant) throw new Error("Nobody leaves");
      return said(cancelRegistration(db, participant));
    case "return":
      return said(undoCancel(db, guest));
    default:
      await db.transaction(async (tx) => {
        await lockSessions(tx, conference.id);
        const change =
          one.do === "move"
            ? { startsAt: hour(one.from), endsAt: hour(one.from + one.hours) }
            : one.do === "resize"
              ? { seats: one.seats }
              : { cancelled: sql`not ${releasedSessions.cancelled}` };
        await tx.update(releasedSessions).set(change).where(eq(releasedSessions.sessionId, sessionId));
        const now = conferenceNow({ mode: "rehearsal", clockSetAt: new Date(BEGUN + steps * 60_000) });
        await settleSeats(tx, { ...conference, now }, [sessionId]);
      });
      return "ok";
  }
}

/** The rows as they are, in order of arrival, and the commitments, against the model. */
async function compare({ db, conference, sessionIds, people }: World, model: SeatsModel): Promise<string[]> {
  const rows = await db
    .select({
      registrationId: seats.registrationId,
      sessionId: seats.sessionId,
      state: seats.state,
      during: sql<boolean>`${commitments.during} is not distinct from tstzrange(${releasedSessions.startsAt}, ${releasedSessions.endsAt})`,
      committed: sql<boolean>`${commitments.id} is not null`,
    })
    .from(seats)
    .innerJoin(releasedSessions, eq(releasedSessions.sessionId, seats.sessionId))
    .leftJoin(commitments, eq(commitments.seatId, seats.id))
    .where(and(eq(seats.conferenceId, conference.id), ne(seats.state, "cancelled")))
    .orderBy(asc(seats.arrival));
  const words = (who: number, where: number, state: string) => `${who} ${state} in ${where}`;
  const is = rows.map((row) =>
    words(
      people.findIndex(({ registrationId }) => registrationId === row.registrationId),
      sessionIds.indexOf(row.sessionId),
      row.state,
    ),
  );
  const should = model.rows
    .toSorted((a, b) => a.arrival - b.arrival)
    .map((row) => words(row.person, row.session, row.state));
  const wrong = rows.filter(({ state, committed, during }) =>
    state === "booked" ? !committed || !during : committed,
  );
  return [
    ...(is.join("; ") === should.join("; ")
      ? []
      : [`is: ${is.join("; ")}`, `should be: ${should.join("; ")}`]),
    ...(wrong.length === 0 ? [] : [`${wrong.length} seats and commitments do not agree`]),
  ];
}
