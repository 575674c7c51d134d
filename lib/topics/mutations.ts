import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Database } from "@/db/client";
import { sessions, topics } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { lockDraft, recordChange } from "@/lib/drafts/mutations";
import { overtaken } from "@/lib/drafts/queries";
import { differing, freeSlug, localizedFields, removalOvertaken, slugOf } from "@/lib/drafts/rules";
import type { LocalizedText } from "@/lib/i18n/text";
import { fail, ok, type Result } from "@/lib/result";
import { rowMover } from "@/lib/row-mutations";
import type { TopicInput } from "./input";

type Input = z.infer<ReturnType<typeof TopicInput>>;

const ours = ({ conference }: Organiser, id: string) =>
  and(eq(topics.id, id), eq(topics.conferenceId, conference.id));

/** Its fields as the form calls them. A language that was emptied counts as changed too. */
const asFields = ({ name, colour }: { name: LocalizedText; colour: number }) => ({
  ...localizedFields("name", name),
  colour: String(colour),
});

export function addTopic(db: Database, actor: Organiser, { topic }: Input): Promise<Result<string>> {
  return db.transaction(async (tx) => {
    const { id: conferenceId, locale } = actor.conference;
    await lockDraft(tx, conferenceId);
    const taken = await tx
      .select({ key: topics.key })
      .from(topics)
      .where(eq(topics.conferenceId, conferenceId));
    const [made] = await tx
      .insert(topics)
      .values({
        conferenceId,
        ...topic,
        key: freeSlug(
          slugOf(topic.name[locale] ?? "", "topic"),
          taken.map(({ key }) => key),
        ),
        position: sql`(select coalesce(max(position), -1) + 1 from ${topics}
          where ${topics.conferenceId} = ${conferenceId})`,
      })
      .returning({ id: topics.id });
    if (!made) throw new Error("The topic was not written");
    await recordChange(tx, actor, "topic", "added", made.id, { version: 1 });
    return ok(made.id);
  });
}

export function changeTopic(
  db: Database,
  actor: Organiser,
  id: string,
  { version, topic }: Input,
): Promise<Result> {
  return db.transaction(async (tx) => {
    await lockDraft(tx, actor.conference.id);
    const [before] = await tx
      .select({ name: topics.name, colour: topics.colour, version: topics.version })
      .from(topics)
      .where(ours(actor, id));
    if (!before) return fail("not-found");
    if (before.version !== version) {
      return overtaken(
        tx,
        actor,
        { noun: "topic", id, since: version },
        { version: before.version, values: asFields(before) },
      );
    }
    const fields = differing(asFields(before), asFields(topic));
    if (fields.length === 0) return ok(undefined);
    await tx
      .update(topics)
      .set({ ...topic, version: version + 1 })
      .where(and(ours(actor, id), eq(topics.version, version)));
    await recordChange(tx, actor, "topic", "changed", id, { version: version + 1, fields });
    return ok(undefined);
  });
}

/** Its sessions stay and have no topic then. */
export function removeTopic(db: Database, actor: Organiser, id: string, version: number): Promise<Result> {
  return db.transaction(async (tx) => {
    await lockDraft(tx, actor.conference.id);
    const [before] = await tx.select({ version: topics.version }).from(topics).where(ours(actor, id));
    if (!before) return fail("not-found");
    if (before.version !== version) return removalOvertaken(before.version);
    const left = await tx
      .update(sessions)
      .set({ topicId: null, version: sql`${sessions.version} + 1` })
      .where(
        and(
          eq(sessions.conferenceId, actor.conference.id),
          eq(sessions.topicId, id),
          isNull(sessions.removedAt),
        ),
      )
      .returning({ id: sessions.id, version: sessions.version });
    await tx.delete(topics).where(ours(actor, id));
    for (const session of left)
      await recordChange(tx, actor, "session", "changed", session.id, {
        version: session.version,
        fields: ["topicId"],
      });
    await recordChange(tx, actor, "topic", "removed", id, { sessions: left.length });
    return ok(undefined);
  });
}

export const moveTopic = rowMover("topics", "topic", "arranged");
