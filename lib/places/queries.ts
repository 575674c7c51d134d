import { and, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { conferences, invitations, participantTypes, registrations } from "@/db/schema";
import { holdingStates } from "@/lib/registration-states/rules";
import { openPlaces, openPlacesFor, type Places, reservedPlaces, takenPlaces } from "./rules";

/** Codes that are good at `now`, and how many of their places are unused. */
export const openInvitations = (executor: Executor, conferenceId: string, now: Date) =>
  executor
    .select({
      id: invitations.id,
      code: invitations.code,
      typeId: invitations.typeId,
      unused: sql<number>`greatest(0, ${invitations.places} - count(${registrations.id}))::int`,
    })
    .from(invitations)
    .leftJoin(
      registrations,
      and(
        eq(registrations.invitationId, invitations.id),
        isNotNull(registrations.invitationId),
        inArray(registrations.state, [...holdingStates]),
      ),
    )
    .where(
      and(
        eq(invitations.conferenceId, conferenceId),
        isNull(invitations.revokedAt),
        // The last instant of a code still counts.
        or(isNull(invitations.expiresAt), sql`${invitations.expiresAt} >= ${now.toISOString()}::timestamptz`),
      ),
    )
    .groupBy(invitations.id);

const typesOf = (executor: Executor, conferenceId: string) =>
  executor
    .select({
      id: participantTypes.id,
      capacity: participantTypes.capacity,
      needsApproval: participantTypes.needsApproval,
      archivedAt: participantTypes.archivedAt,
      conferenceCapacity: conferences.capacity,
    })
    .from(participantTypes)
    .innerJoin(conferences, eq(conferences.id, participantTypes.conferenceId))
    .where(eq(participantTypes.conferenceId, conferenceId));

const countsOf = (executor: Executor, conferenceId: string) =>
  executor
    .select({
      typeId: registrations.typeId,
      state: registrations.state,
      count: sql<number>`count(*)::int`,
    })
    .from(registrations)
    .where(
      and(
        eq(registrations.conferenceId, conferenceId),
        inArray(registrations.state, [...holdingStates, "waitlisted"]),
      ),
    )
    .groupBy(registrations.typeId, registrations.state);

/**
 * The places of a conference at `now` (its own clock). A decision may rest on them only when they are read
 * inside the transaction that holds the lock of lib/places/mutations; elsewhere they are for showing.
 * The three reads go to the server in one breath.
 */
export async function countPlaces(executor: Executor, conferenceId: string, now: Date) {
  const [types, counts, codes] = await Promise.all([
    typesOf(executor, conferenceId),
    countsOf(executor, conferenceId),
    openInvitations(executor, conferenceId, now),
  ]);
  const places: Places = {
    capacity: types[0]?.conferenceCapacity ?? 0,
    types: Object.fromEntries(types.map(({ id, capacity }) => [id, { capacity, taken: 0, reserved: 0 }])),
    reservedForAny: 0,
  };
  let waiting = 0;
  for (const { typeId, state, count } of counts) {
    const type = places.types[typeId];
    if (state === "waitlisted") waiting += count;
    else if (type) type.taken += count;
  }
  for (const { typeId, unused } of codes) {
    const type = typeId === null ? undefined : places.types[typeId];
    if (type) type.reserved += unused;
    else places.reservedForAny += unused;
  }
  return { places, waiting, types, codes };
}

export type PlaceCount = {
  capacity: number;
  taken: number;
  reserved: number;
  left: number;
  waiting: number;
  /** By participant type; `left` also minds the conference's capacity. */
  types: Record<string, { capacity: number | null; taken: number; left: number }>;
};

/** What visitors and organisers are told of the places. */
export async function findPlaceCount(
  executor: Executor,
  conferenceId: string,
  now: Date,
): Promise<PlaceCount> {
  const { places, waiting } = await countPlaces(executor, conferenceId, now);
  return {
    capacity: places.capacity,
    taken: takenPlaces(places),
    reserved: reservedPlaces(places),
    left: openPlaces(places),
    waiting,
    types: Object.fromEntries(
      Object.entries(places.types).map(([id, { capacity, taken }]) => [
        id,
        { capacity, taken, left: openPlacesFor(places, id) },
      ]),
    ),
  };
}
