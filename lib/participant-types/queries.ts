import { asc, eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { invitations, participantTypes, questions, registrations } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";

// Written out: in a query of one table drizzle leaves the table's name away, and in a subquery that is another id.
const ownId = sql.raw('"participant_types"."id"');

/** Every participant type in its order, the archived ones last, with what uses it. */
export async function listParticipantTypes(executor: Executor, { conference }: Organiser) {
  return executor
    .select({
      id: participantTypes.id,
      name: participantTypes.name,
      capacity: participantTypes.capacity,
      needsApproval: participantTypes.needsApproval,
      archivedAt: participantTypes.archivedAt,
      updatedAt: participantTypes.updatedAt,
      registrations: sql<number>`(select count(*)::int from ${registrations} where ${registrations.typeId} = ${ownId})`,
      taken: sql<number>`(select count(*)::int from ${registrations} where ${registrations.typeId} = ${ownId}
        and ${registrations.state} in ('confirmed', 'offered'))`,
      used: sql<boolean>`(exists (select from ${registrations} where ${registrations.typeId} = ${ownId})
        or exists (select from ${invitations} where ${invitations.typeId} = ${ownId})
        or exists (select from ${questions} where ${questions.conferenceId} = ${conference.id}
          and ${questions.typeIds} ? ${ownId}::text))`,
    })
    .from(participantTypes)
    .where(eq(participantTypes.conferenceId, conference.id))
    .orderBy(
      sql`${participantTypes.archivedAt} is not null`,
      asc(participantTypes.position),
      asc(participantTypes.createdAt),
    );
}

export type DeskType = Awaited<ReturnType<typeof listParticipantTypes>>[number];
