/**
 * What lib/bookings, lib/lines and lib/seats promise, in a few lines over arrays: one thing after the other, no
 * database. Hours instead of instants; a step is a minute of the conference's clock.
 */
export type ModelSession = { from: number; to: number; seats: number | null; cancelled: boolean };
type Row = {
  person: number;
  session: number;
  state: "booked" | "waiting";
  arrival: number;
  bookedAt: number;
};

export type Step =
  | { do: "book" | "swap"; person: number; session: number }
  /** Of the seats and waits that there are, in order of arrival. */
  | { do: "giveBack"; one: number }
  | { do: "leave" | "return"; person: number }
  | { do: "move"; session: number; from: number; hours: number }
  | { do: "resize"; session: number; seats: number | null }
  | { do: "callOff"; session: number };

export class SeatsModel {
  rows: Row[] = [];
  private away = new Set<number>();
  private arrivals = 0;
  private clock = 0;
  constructor(readonly sessions: ModelSession[]) {}

  /** Answers as the mutations do: "booked", "waiting", "ok" or the code of a failure. */
  take(step: Step): string {
    this.clock += 1;
    switch (step.do) {
      case "book":
        return this.book(step.person, step.session);
      case "swap":
        return this.swap(step.person, step.session);
      case "giveBack": {
        const given = this.toGiveBack(step.one);
        return given ? this.leaveAnd(given.person, [given.session]) : "ok";
      }
      case "leave":
        this.away.add(step.person);
        return this.leaveAnd(step.person, this.of(step.person));
      case "return":
        this.away.delete(step.person);
        return "ok";
      default:
        return this.change(step);
    }
  }

  toGiveBack = (one: number) => this.rows[one % this.rows.length];

  /** The seats that someone would have to give up. */
  inTheWay(person: number, session: number): number[] {
    const { from, to } = this.at(session);
    return this.rows
      .filter((row) => row.person === person && row.state === "booked" && row.session !== session)
      .filter((row) => this.at(row.session).from < to && from < this.at(row.session).to)
      .map((row) => row.session);
  }

  private at(session: number): ModelSession {
    const found = this.sessions[session];
    if (!found) throw new Error(`No session ${session}`);
    return found;
  }
  private row = (person: number, session: number) =>
    this.rows.find((row) => row.person === person && row.session === session);
  private of = (person: number) =>
    this.rows.filter((row) => row.person === person).map(({ session }) => session);
  private line = (session: number, state: Row["state"]) =>
    this.rows
      .filter((row) => row.session === session && row.state === state)
      .sort((a, b) => a.arrival - b.arrival);

  private open(session: number): number {
    const { seats, cancelled } = this.at(session);
    if (cancelled) return 0;
    return seats === null ? Number.POSITIVE_INFINITY : seats - this.line(session, "booked").length;
  }

  private moveUp(sessions: number[]): void {
    for (const session of [...new Set(sessions)].sort((a, b) => a - b))
      for (const row of this.line(session, "waiting"))
        if (this.open(session) > 0 && this.inTheWay(row.person, session).length === 0)
          Object.assign(row, { state: "booked", bookedAt: this.clock });
  }

  private refused(person: number, session: number): string | undefined {
    if (this.away.has(person)) return "seat-needs-place";
    if (this.row(person, session)?.state === "booked") return "booked";
    if (this.at(session).cancelled) return "session-cancelled";
    if (this.at(session).seats === null) return "session-without-seats";
    return undefined;
  }

  private book(person: number, session: number): string {
    const refused = this.refused(person, session);
    if (refused) return refused;
    this.moveUp([session]);
    if (this.row(person, session)?.state === "booked") return "booked";
    if (this.open(session) < 1) {
      if (!this.row(person, session)) this.write(person, session, "waiting");
      return "waiting";
    }
    return this.inTheWay(person, session).length > 0 ? "seat-overlaps" : this.seat(person, session);
  }

  private swap(person: number, session: number): string {
    const refused = this.refused(person, session);
    if (refused) return refused;
    const given = this.inTheWay(person, session);
    const touched = [...this.of(person), session];
    this.moveUp([session]);
    if (this.open(session) < 1)
      return this.row(person, session)?.state === "booked" ? "booked" : "session-full";
    this.rows = this.rows.filter((row) => row.person !== person || !given.includes(row.session));
    const done = this.seat(person, session);
    this.moveUp(touched);
    return done;
  }

  private seat(person: number, session: number): string {
    const waiting = this.row(person, session);
    if (waiting?.state === "waiting") Object.assign(waiting, { state: "booked", bookedAt: this.clock });
    else if (!waiting) this.write(person, session, "booked");
    return "booked";
  }

  private write(person: number, session: number, state: Row["state"]): void {
    this.arrivals += 1;
    this.rows.push({ person, session, state, arrival: this.arrivals, bookedAt: this.clock });
  }

  private leaveAnd(person: number, given: number[]): string {
    const touched = this.of(person);
    this.rows = this.rows.filter((row) => row.person !== person || !given.includes(row.session));
    this.moveUp(touched);
    return "ok";
  }

  /** A release that changes one session: end, keep the time or lose the seat, put back, move up everywhere. */
  private change(step: Extract<Step, { do: "move" | "resize" | "callOff" }>): string {
    const { session } = step;
    if (step.do === "callOff") {
      this.at(session).cancelled = !this.at(session).cancelled;
      if (this.at(session).cancelled) this.rows = this.rows.filter((row) => row.session !== session);
    }
    if (step.do === "resize") this.at(session).seats = step.seats;
    if (step.do === "move") {
      Object.assign(this.at(session), { from: step.from, to: step.from + step.hours });
      this.rows = this.rows.filter(
        (row) =>
          row.session !== session || row.state === "waiting" || !this.inTheWay(row.person, session).length,
      );
    }
    const booked = this.line(session, "booked").sort(
      (a, b) => a.bookedAt - b.bookedAt || a.arrival - b.arrival,
    );
    for (const row of booked.slice(this.at(session).seats ?? booked.length)) row.state = "waiting";
    this.moveUp(this.sessions.map((_, index) => index));
    return "ok";
  }
}
