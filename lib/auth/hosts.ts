import "server-only";
import { and, eq, sql } from "drizzle-orm";
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
    .select({
      id: releasedSessions.sessionId,
      reads: sql<boolean>`exists (select from ${sessionHosts}
          where ${sessionHosts.sessionId} = ${releasedSessions.sessionId} and ${sessionHosts.personId} = ${personId})
        or exists (select from ${roles} where ${roles.conferenceId} = ${conference.id}
          and ${roles.personId} = ${personId} and ${roles.role} = 'organiser')`,
    })
    .from(releasedSessions)
    .where(and(eq(releasedSessions.conferenceId, conference.id), eq(releasedSessions.slug, session)));
  if (!found) return isOwner ? notFound() : forbidden();
  if (!found.reads && !isOwner) forbidden();
  return { ...guest, sessionId: found.id } as unknown as SessionReader;
}
