import type { Database } from "@/db/client";
import { again } from "@/db/retry";
import type { Guest } from "@/lib/auth/actors";
import { listOverlapping } from "@/lib/commitments/queries";
import {
  type Booked,
  join,
  lockOwn,
  openAfterLine,
  ownHeld,
  standing,
  take,
} from "@/lib/own-seats/mutations";
import { fail, ok, type Result } from "@/lib/result";
import { endSeats } from "@/lib/seat-cancellations/mutations";
import { lockLines, lockSessions, moveUp } from "@/lib/seat-waiting-list/mutations";
import { mayGiveBack, seatRefusal } from "@/lib/seats/rules";

type Options = { lock?: boolean };

/**
 * Books a seat, or joins the waiting list where none is left. Twice is once. Fails with "seat-overlaps" when
 * there is a seat, but the person has something else then.
 */
export const bookSeat = (db: Database, guest: Guest, sessionId: string, options: Options = {}) =>
  again(() =>
    db.transaction(async (tx): Promise<Result<Booked>> => {
      const own = await lockOwn(tx, guest);
      if (!own) return fail("seat-needs-place");
      const [session] = await lockSessions(tx, own.conference.id, [sessionId], options);
      if (!session) return fail("not-found");
      const mine = own.seats.find((seat) => seat.sessionId === sessionId);
      if (mine?.state === "booked") return ok({ state: "booked" });
      const { now, seatMinutes } = own.conference;
      const refusal = seatRefusal(session, seatMinutes, now);
      if (refusal) return fail(refusal);
      const open = await openAfterLine(tx, own, session);
      if (open < 1) return mine ? standing(tx, mine) : join(tx, guest, own, session);
      const busy = await listOverlapping(tx, whose(guest), session, sessionId);
      if (busy.length > 0) return fail("seat-overlaps");
      return take(tx, guest, own, session, mine);
    }),
  );

/** Gives a seat, or a place in line, back; the next in line moves up. Twice is once. */
export const giveBack = (db: Database, guest: Guest, sessionId: string) =>
  again(() =>
    db.transaction(async (tx): Promise<Result> => {
      const own = await lockOwn(tx, guest, { anyState: true });
      const mine = own?.seats.find((seat) => seat.sessionId === sessionId);
      if (!own || !mine) return ok(undefined);
      const locked = await lockSessions(tx, own.conference.id, own.sessionIds);
      const session = locked.find((one) => one.sessionId === sessionId);
      const { now, seatMinutes } = own.conference;
      if (mine.state === "booked" && session && !mayGiveBack(session, seatMinutes, now, mine.bookedAt))
        return fail("seats-closed");
      await endSeats(tx, own.conference, guest, [ownHeld(own, mine)], "participant");
      await moveUp(tx, own.conference, locked);
      return ok(undefined);
    }),
  );

/**
 * Gives up the seats that overlap and books this one instead: both or neither. `giveUp` are the seats that the
 * person was shown; when others overlap by now, nothing happens and it fails with "seat-overlaps".
 */
export const swapSeats = (db: Database, guest: Guest, sessionId: string, giveUp: string[]) =>
  again(() =>
    db.transaction(async (tx): Promise<Result<Booked>> => {
      const own = await lockOwn(tx, guest);
      if (!own) return fail("seat-needs-place");
      const locked = await lockSessions(tx, own.conference.id, [...own.sessionIds, sessionId]);
      const session = locked.find((one) => one.sessionId === sessionId);
      if (!session) return fail("not-found");
      const mine = own.seats.find((seat) => seat.sessionId === sessionId);
      if (mine?.state === "booked") return ok({ state: "booked" });
      const { now, seatMinutes } = own.conference;
      const refusal = seatRefusal(session, seatMinutes, now);
      if (refusal) return fail(refusal);
      const busy = await listOverlapping(tx, whose(guest), session, sessionId);
      const named = busy.every(({ seatId, sessionId: at }) => at && seatId && giveUp.includes(seatId));
      if (!named) return fail("seat-overlaps");
      const given = own.seats.filter(({ id }) => busy.some(({ seatId }) => seatId === id));
      const may = given.every(({ sessionId: at, bookedAt }) => {
        const left = locked.find((one) => one.sessionId === at);
        return !left || mayGiveBack(left, seatMinutes, now, bookedAt);
      });
      if (!may) return fail("swap-closed");
      if ((await openAfterLine(tx, own, session)) < 1) return fail("session-full");
      await lockLines(tx);
      await endSeats(
        tx,
        own.conference,
        guest,
        given.map((seat) => ownHeld(own, seat)),
        "swap",
      );
      const taken = await take(tx, guest, own, session, mine);
      await moveUp(tx, own.conference, locked);
      return taken;
    }),
  );

const whose = (guest: Guest) => ({ personId: guest.personId, conferenceId: guest.conference.id });
