import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { roles, sessionHosts, sessionSpeakers, sessions } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { lockDraft, recordChange } from "@/lib/drafts/mutations";
import { freeSlug, slugOf } from "@/lib/drafts/rules";
import { fail, ok, type Result } from "@/lib/result";
import { changedFields, choicesThere, currentSession, refuseClashes } from "@/lib/session-checks/queries";
import type { SessionInput } from "./input";
import { listSlots } from "./queries";
import type { DraftSession } from "./rules";

type Input = z.infer<ReturnType<typeof SessionInput>>;
type People = Input["people"];

const ours = ({ conference }: Organiser, id: string) =>
  and(eq(sessions.id, id), eq(sessions.conferenceId, conference.id));

async function writePeople(tx: Transaction, { conference }: Organiser, id: string, people: People) {
  await tx.delete(sessionSpeakers).where(eq(sessionSpeakers.sessionId, id));
  await tx.delete(sessionHosts).where(eq(sessionHosts.sessionId, id));
  const parts = [
    ...people.speakers.map((speakerId, position) => ({ speakerId, position, part: "speaker" as const })),
    ...people.moderators.map((speakerId, position) => ({ speakerId, position, part: "moderator" as const })),
  ];
  if (parts.length > 0)
    await tx.insert(sessionSpeakers).values(parts.map((part) => ({ sessionId: id, ...part })));
  if (people.hosts.length === 0) return;
  // Who lost the role meanwhile hosts nothing any more.
  const hosts = await tx
    .selectDistinct({ personId: roles.personId })
    .from(roles)
    .where(
      and(
        eq(roles.conferenceId, conference.id),
        eq(roles.role, "host"),
        inArray(roles.personId, people.hosts),
      ),
    );
  if (hosts.length > 0)
    await tx.insert(sessionHosts).values(hosts.map(({ personId }) => ({ sessionId: id, personId })));
}

export function addSession(
  db: Database,
  actor: Organiser,
  { session, people, knowing }: Input,
): Promise<Result<{ id: string; version: number }>> {
  return db.transaction(async (tx) => {
    const conferenceId = actor.conference.id;
    await lockDraft(tx, conferenceId);
    if (!(await choicesThere(tx, actor, session, people))) return fail("choice-gone");
    const slot = { ...session, ...people, id: "", cancelled: false, booked: 0 };
    const clash = await refuseClashes(tx, actor, {
      after: slot,
      all: await listSlots(tx, conferenceId),
      knowing,
    });
    if (clash) return clash;
    // Those that were removed count too: their addresses lead somewhere in older releases.
    const taken = await tx
      .select({ slug: sessions.slug })
      .from(sessions)
      .where(eq(sessions.conferenceId, conferenceId));
    const slug = freeSlug(
      slugOf(session.title, "session"),
      taken.map((one) => one.slug),
    );
    const [made] = await tx
      .insert(sessions)
      .values({ conferenceId, slug, ...session })
      .returning({ id: sessions.id });
    if (!made) throw new Error("The session was not written");
    await writePeople(tx, actor, made.id, people);
    await recordChange(tx, actor, "session", "added", made.id, { version: 1, clashes: knowing.length });
    return ok({ id: made.id, version: 1 });
  });
}

export function changeSession(
  db: Database,
  actor: Organiser,
  id: string,
  { version, session, people, knowing }: Input,
): Promise<Result<{ id: string; version: number }>> {
  return db.transaction(async (tx) => {
    const found = await currentSession(tx, actor, id, version);
    if (!found.ok) return found;
    const { before, all } = found.data;
    if (!(await choicesThere(tx, actor, session, people))) return fail("choice-gone");
    const after: DraftSession = { ...before, ...session, ...people };
    const clash = await refuseClashes(tx, actor, { after, before, all, knowing });
    if (clash) return clash;
    const fields = changedFields(before, after);
    if (fields.length === 0) return ok({ id, version });
    await tx
      .update(sessions)
      .set({ ...session, version: version + 1 })
      .where(and(ours(actor, id), eq(sessions.version, version)));
    await writePeople(tx, actor, id, people);
    await recordChange(tx, actor, "session", "changed", id, { version: version + 1, fields });
    return ok({ id, version: version + 1 });
  });
}
