import "server-only";
import { and, eq } from "drizzle-orm";
import { forbidden, notFound } from "next/navigation";
import { db } from "@/db/client";
import { releasedSessions, roles, sessionHosts } from "@/db/schema";
import { type Guest, requireGuest } from "./actors";

declare const proof: unique symbol;
/** Who may see how a session was received: its hosts, and those who run the conference. */
export type SessionReader = Omit<Guest, symbol> & { sessionId: string; readonly [proof]: "session-reader" };

/** A host of this session, an organiser or an owner; everyone else is refused, before they learn that it exists. */
export async function requireSessionReader(slug: string, session: string): Promise<SessionReader> {
  const guest = await requireGuest(slug);
  const { conference, personId, isOwner } = guest;
  const [found] = await db
    .select({ id: releasedSessions.sessionId, hosts: sessionHosts.personId, runs: roles.personId })
    .from(releasedSessions)
    .leftJoin(
      sessionHosts,
      and(eq(sessionHosts.sessionId, releasedSessions.sessionId), eq(sessionHosts.personId, personId)),
    )
    .leftJoin(
      roles,
      and(
        eq(roles.conferenceId, releasedSessions.conferenceId),
        eq(roles.personId, personId),
        eq(roles.role, "organiser"),
      ),
    )
    .where(and(eq(releasedSessions.conferenceId, conference.id), eq(releasedSessions.slug, session)));
  if (!found) return isOwner ? notFound() : forbidden();
  if (!found.hosts && !found.runs && !isOwner) forbidden();
  return { ...guest, sessionId: found.id } as unknown as SessionReader;
}
