import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { registrations } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import type { RegistrationState } from "@/lib/registration-states/rules";

/** Who waits, in order of arrival with the place in line, and before them who has an offer open. */
export async function listWaiting(executor: Executor, { conference }: Organiser, page: number, size: number) {
  const columns = {
    id: registrations.id,
    givenName: registrations.givenName,
    familyName: registrations.familyName,
    organisation: registrations.organisation,
    typeId: registrations.typeId,
    registeredAt: registrations.registeredAt,
    offeredUntil: registrations.offeredUntil,
  };
  const inState = (state: RegistrationState) =>
    and(eq(registrations.conferenceId, conference.id), eq(registrations.state, state));
  const [offered, waiting] = await Promise.all([
    executor
      .select(columns)
      .from(registrations)
      .where(inState("offered"))
      .orderBy(asc(registrations.offeredUntil), asc(registrations.arrival))
      .limit(500),
    executor
      .select(columns)
      .from(registrations)
      .where(inState("waitlisted"))
      .orderBy(asc(registrations.arrival))
      .limit(size)
      .offset((page - 1) * size),
  ]);
  return {
    offered,
    waiting: waiting.map((one, index) => ({ ...one, position: (page - 1) * size + index + 1 })),
  };
}
