import "server-only";
import { and, asc, count, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { auditEntries, registrations } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { countPlaces } from "@/lib/places/queries";
import { fits } from "@/lib/registration-filters/queries";
import type { MoveRequest, Selection } from "./input";
import {
  applies,
  auditActions,
  countWithPlace,
  MOST_AT_ONCE,
  movesOf,
  type OrganiserMove,
  type ShownMove,
} from "./rules";

const noOne = sql`false`;

/** Whom a request means; never anyone of another conference. */
export function meant({ conference }: Organiser, selection: Selection): SQL | undefined {
  if (selection.scope === "all") return fits(conference.id, selection.filter);
  if (selection.ids.length === 0) return noOne;
  return and(eq(registrations.conferenceId, conference.id), inArray(registrations.id, selection.ids));
}

const states = (move: OrganiserMove) =>
  registrations.state.enumValues.filter((state) => movesOf([state]).includes(move));

/** Those the move applies to, in order of arrival, and how many it does not apply to, by state. */
export async function previewMove(executor: Executor, organiser: Organiser, request: MoveRequest) {
  const { conference } = organiser;
  const [candidates, byState, { places }] = await Promise.all([
    executor
      .select({
        id: registrations.id,
        givenName: registrations.givenName,
        familyName: registrations.familyName,
        organisation: registrations.organisation,
        typeId: registrations.typeId,
        state: registrations.state,
        checkedInAt: registrations.checkedInAt,
      })
      .from(registrations)
      .where(and(meant(organiser, request), inArray(registrations.state, states(request.move))))
      .orderBy(asc(registrations.arrival))
      .limit(MOST_AT_ONCE + 1),
    executor
      .select({ state: registrations.state, count: count() })
      .from(registrations)
      .where(meant(organiser, request))
      .groupBy(registrations.state),
    countPlaces(executor, conference.id, conferenceNow(conference)),
  ]);
  const able = candidates.filter((candidate) => applies(request.move, candidate));
  const now = able.slice(0, MOST_AT_ONCE);
  return {
    now,
    /** There are more than can be moved at once. */
    more: able.length > now.length,
    withPlace: countWithPlace(request.move, now, places),
    notApplicable: byState.filter(({ state }) => !states(request.move).includes(state)),
    checkedIn: candidates.length - able.length,
  };
}

/** The moment at which an organiser's move was written: all of one go carry the same. */
export async function findMoveMoment(
  executor: Executor,
  organiser: Organiser,
  move: ShownMove,
  moved: string[],
): Promise<Date | undefined> {
  const [entry] = await executor
    .select({ at: auditEntries.at })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.conferenceId, organiser.conference.id),
        eq(auditEntries.subject, "registration"),
        eq(auditEntries.subjectId, moved[0] ?? ""),
        eq(auditEntries.action, auditActions[move]),
        eq(auditEntries.actorNumber, organiser.number),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(1);
  return entry?.at;
}

/** Moved again after this entry; an offer that followed from it by itself is no answer to it. */
const movedSince = sql<boolean>`exists (select from audit_entries as later
  where later.subject = 'registration' and later.subject_id = ${auditEntries.subjectId}
    and later.id > ${auditEntries.id} and later.detail ? 'to' and later.action <> 'registration.offered')`;

/** Whom an organiser's own move at that moment moved, and where they stand now. */
export async function listMoved(executor: Executor, organiser: Organiser, move: ShownMove, at: Date) {
  return executor
    .select({
      id: registrations.id,
      givenName: registrations.givenName,
      familyName: registrations.familyName,
      organisation: registrations.organisation,
      state: registrations.state,
      cancelReason: registrations.cancelReason,
      cancelledAt: registrations.cancelledAt,
      checkedInAt: registrations.checkedInAt,
      movedSince,
    })
    .from(auditEntries)
    .innerJoin(registrations, sql`${registrations.id}::text = ${auditEntries.subjectId}`)
    .where(
      and(
        eq(auditEntries.conferenceId, organiser.conference.id),
        eq(registrations.conferenceId, organiser.conference.id),
        eq(auditEntries.action, auditActions[move]),
        eq(auditEntries.actorNumber, organiser.number),
        eq(auditEntries.at, at),
      ),
    )
    .orderBy(asc(registrations.arrival));
}
