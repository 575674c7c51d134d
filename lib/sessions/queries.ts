import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { persons, roles, rooms, seats, sessionHosts, sessionSpeakers, sessions, stars } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { type Frame, frameOf } from "@/lib/clashes/rules";
import type { DraftSession } from "./rules";

type Days = { id: string; startsOn: string; endsOn: string; timeZone: string };

/** What the sessions of a conference have to fit into, as its rooms are in the draft. */
export async function programmeFrame(executor: Executor, conference: Days): Promise<Frame> {
  const found = await executor
    .select({ id: rooms.id, seats: rooms.seats })
    .from(rooms)
    .where(eq(rooms.conferenceId, conference.id));
  return frameOf(conference, found);
}

const ownId = sql.raw('"sessions"."id"');

const columns = {
  id: sessions.id,
  number: sessions.number,
  slug: sessions.slug,
  title: sessions.title,
  abstract: sessions.abstract,
  kind: sessions.kind,
  topicId: sessions.topicId,
  roomId: sessions.roomId,
  startsAt: sessions.startsAt,
  endsAt: sessions.endsAt,
  seats: sessions.seats,
  cancelled: sql<boolean>`${sessions.cancelledAt} is not null`,
  version: sessions.version,
  booked: sql<number>`(select count(*)::int from ${seats}
    where ${seats.sessionId} = ${ownId} and ${seats.state} = 'booked')`,
};

/** Every session of the draft in order of time, with who takes part. */
export async function listSlots(executor: Executor, conferenceId: string): Promise<DraftSession[]> {
  const rows = await executor
    .select(columns)
    .from(sessions)
    .where(and(eq(sessions.conferenceId, conferenceId), isNull(sessions.removedAt)))
    .orderBy(asc(sessions.startsAt), asc(sessions.title), asc(sessions.id));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const parts = await executor
    .select({ id: sessionSpeakers.sessionId, who: sessionSpeakers.speakerId, part: sessionSpeakers.part })
    .from(sessionSpeakers)
    .innerJoin(sessions, eq(sessions.id, sessionSpeakers.sessionId))
    .where(eq(sessions.conferenceId, conferenceId))
    .orderBy(asc(sessionSpeakers.position));
  const hosting = await executor
    .select({ id: sessionHosts.sessionId, who: sessionHosts.personId })
    .from(sessionHosts)
    .innerJoin(sessions, eq(sessions.id, sessionHosts.sessionId))
    .where(eq(sessions.conferenceId, conferenceId));
  const of = new Map(ids.map((id) => [id, { speakers: [], moderators: [], hosts: [] } as People]));
  for (const { id, who, part } of parts)
    of.get(id)?.[part === "speaker" ? "speakers" : "moderators"].push(who);
  for (const { id, who } of hosting) of.get(id)?.hosts.push(who);
  return rows.map((row) => ({ ...row, ...(of.get(row.id) ?? { speakers: [], moderators: [], hosts: [] }) }));
}

type People = { speakers: string[]; moderators: string[]; hosts: string[] };

/** What was taken out of the draft and can come back. */
export async function listRemoved(executor: Executor, { conference }: Organiser) {
  return executor
    .select({
      id: sessions.id,
      title: sessions.title,
      startsAt: sessions.startsAt,
      version: sessions.version,
    })
    .from(sessions)
    .where(and(eq(sessions.conferenceId, conference.id), isNotNull(sessions.removedAt)))
    .orderBy(asc(sessions.startsAt));
}

/** Who may run a session on the day: everyone with the host's role. */
export async function listHosts(executor: Executor, { conference }: Organiser) {
  return executor
    .select({
      id: persons.id,
      email: persons.email,
      givenName: persons.givenName,
      familyName: persons.familyName,
    })
    .from(roles)
    .innerJoin(persons, eq(persons.id, roles.personId))
    .where(and(eq(roles.conferenceId, conference.id), inArray(roles.role, ["host"])))
    .orderBy(asc(persons.familyName), asc(persons.email));
}

/** Who would notice that a session is gone. */
export async function countFollowers(executor: Executor, { conference }: Organiser, sessionId: string) {
  const at = and(eq(seats.conferenceId, conference.id), eq(seats.sessionId, sessionId));
  const [booked, waiting, starred] = await Promise.all([
    executor.$count(seats, and(at, eq(seats.state, "booked"))),
    executor.$count(seats, and(at, eq(seats.state, "waiting"))),
    executor.$count(stars, and(eq(stars.conferenceId, conference.id), eq(stars.sessionId, sessionId))),
  ]);
  return { booked, waiting, starred };
}
