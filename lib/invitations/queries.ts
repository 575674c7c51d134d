import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { invitations, participantTypes, registrations } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { holdingStates } from "@/lib/registration-states/rules";

export type DeskInvitation = Awaited<ReturnType<typeof listInvitations>>[number];

/** Every code of the conference, the newest first, with how many of its places are used. */
export async function listInvitations(executor: Executor, { conference }: Organiser) {
  return executor
    .select({
      id: invitations.id,
      code: invitations.code,
      label: invitations.label,
      places: invitations.places,
      typeId: invitations.typeId,
      updatedAt: invitations.updatedAt,
      expiresAt: invitations.expiresAt,
      revokedAt: invitations.revokedAt,
      typeName: participantTypes.name,
      used: sql<number>`count(${registrations.id})::int`,
    })
    .from(invitations)
    .leftJoin(participantTypes, eq(participantTypes.id, invitations.typeId))
    .leftJoin(
      registrations,
      and(
        eq(registrations.conferenceId, conference.id),
        eq(registrations.invitationId, invitations.id),
        inArray(registrations.state, [...holdingStates]),
      ),
    )
    .where(eq(invitations.conferenceId, conference.id))
    .groupBy(invitations.id, participantTypes.id)
    .orderBy(desc(invitations.createdAt), desc(invitations.id));
}
