import "server-only";
import { and, asc, count, desc, eq, ne, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { auditEntries, participantTypes, registrations } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { meant } from "@/lib/bulk-actions/queries";
import { MOST_AT_ONCE } from "@/lib/bulk-actions/rules";
import { conferenceNow } from "@/lib/clock";
import { countPlaces } from "@/lib/places/queries";
import type { TypeRequest } from "./input";
import { sortByRoom } from "./rules";

/** The types someone can be given now. */
export async function findTargetType(executor: Executor, { conference }: Organiser, typeId: string) {
  const [type] = await executor
    .select({ id: participantTypes.id, name: participantTypes.name, capacity: participantTypes.capacity })
    .from(participantTypes)
    .where(
      and(
        eq(participantTypes.conferenceId, conference.id),
        eq(participantTypes.id, typeId),
        sql`${participantTypes.archivedAt} is null`,
      ),
    );
  return type;
}

/** Whose type would change, for whom there is no room, and whom it does not concern. */
export async function previewTypeChange(executor: Executor, organiser: Organiser, request: TypeRequest) {
  const { conference } = organiser;
  const chosen = meant(organiser, request);
  const [found, [already], [cancelled], { places }] = await Promise.all([
    executor
      .select({
        id: registrations.id,
        givenName: registrations.givenName,
        familyName: registrations.familyName,
        organisation: registrations.organisation,
        typeId: registrations.typeId,
        state: registrations.state,
      })
      .from(registrations)
      .where(and(chosen, ne(registrations.state, "cancelled"), ne(registrations.typeId, request.typeId)))
      .orderBy(asc(registrations.arrival))
      .limit(MOST_AT_ONCE + 1),
    executor
      .select({ count: count() })
      .from(registrations)
      .where(and(chosen, ne(registrations.state, "cancelled"), eq(registrations.typeId, request.typeId))),
    executor
      .select({ count: count() })
      .from(registrations)
      .where(and(chosen, eq(registrations.state, "cancelled"))),
    countPlaces(executor, conference.id, conferenceNow(conference)),
  ]);
  const now = found.slice(0, MOST_AT_ONCE);
  const changes = now.map((registration) => ({ registration, typeId: request.typeId }));
  const { fit, full } = sortByRoom(changes, places);
  return {
    now,
    fit: fit.map(({ registration }) => registration),
    full: full.map(({ registration }) => registration),
    more: found.length > now.length,
    already: already?.count ?? 0,
    cancelled: cancelled?.count ?? 0,
  };
}

/** The moment at which an organiser's change of type was written: all of one go carry the same. */
export async function findTypeChangeMoment(executor: Executor, organiser: Organiser, changed: string[]) {
  const [entry] = await executor
    .select({ at: auditEntries.at })
    .from(auditEntries)
    .where(and(byOrganiser(organiser), eq(auditEntries.subjectId, changed[0] ?? "")))
    .orderBy(desc(auditEntries.id))
    .limit(1);
  return entry?.at;
}

const byOrganiser = ({ conference, number }: Organiser) =>
  and(
    eq(auditEntries.conferenceId, conference.id),
    eq(auditEntries.subject, "registration"),
    eq(auditEntries.action, "registration.type-changed"),
    eq(auditEntries.actorNumber, number),
  );

const detail = (key: "fromType" | "toType") => sql<string>`${auditEntries.detail}->>${sql.raw(`'${key}'`)}`;

/** Whose type an organiser changed at that moment, from what to what, and whether they still have it. */
export const listTypeChanges = (executor: Executor, organiser: Organiser, at: Date) =>
  executor
    .select({
      id: registrations.id,
      givenName: registrations.givenName,
      familyName: registrations.familyName,
      organisation: registrations.organisation,
      fromType: detail("fromType"),
      toType: detail("toType"),
      typeId: registrations.typeId,
    })
    .from(auditEntries)
    .innerJoin(registrations, sql`${registrations.id}::text = ${auditEntries.subjectId}`)
    .where(
      and(
        byOrganiser(organiser),
        eq(registrations.conferenceId, organiser.conference.id),
        eq(auditEntries.at, at),
      ),
    )
    .orderBy(asc(registrations.arrival));
