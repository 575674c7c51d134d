import "server-only";
import { and, count, desc, eq, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { outbox, registrations } from "@/db/schema";
import { isId } from "@/lib/address";
import type { Organiser, Owner } from "@/lib/auth/actors";
import { type MailState, type OutboxView, PAGE, PATIENCE_MINUTES } from "./rules";

function fits({ conference }: Organiser, { search, state }: OutboxView): SQL | undefined {
  const text = search.replace(/[\\%_]/g, "\\$&");
  return and(
    eq(outbox.conferenceId, conference.id),
    state ? eq(outbox.state, state) : undefined,
    search
      ? sql`fold(${outbox.recipient} || ' ' || ${outbox.subject}) like fold('%' || ${text}::text || '%')`
      : undefined,
  );
}

/** One page of a conference's mails, newest first. */
export const listMails = (executor: Executor, organiser: Organiser, view: OutboxView) =>
  executor
    .select({
      id: outbox.id,
      recipient: outbox.recipient,
      subject: outbox.subject,
      state: outbox.state,
      createdAt: outbox.createdAt,
      sentAt: outbox.sentAt,
      error: outbox.error,
    })
    .from(outbox)
    .where(fits(organiser, view))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(PAGE)
    .offset((view.page - 1) * PAGE);

/** How many mails fit, by state, whatever state is asked for. */
export async function countMails(
  executor: Executor,
  organiser: Organiser,
  view: OutboxView,
): Promise<Record<MailState, number>> {
  const rows = await executor
    .select({ state: outbox.state, count: count() })
    .from(outbox)
    .where(fits(organiser, { ...view, state: null }))
    .groupBy(outbox.state);
  const counts = { queued: 0, sending: 0, sent: 0, failed: 0, kept: 0, expired: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

/** One mail of this conference with its text, and whose registration it is about. */
export async function findMail(executor: Executor, { conference }: Organiser, id: string) {
  if (!isId(id)) return undefined;
  const [mail] = await executor
    .select({
      id: outbox.id,
      kind: outbox.kind,
      recipient: outbox.recipient,
      locale: outbox.locale,
      subject: outbox.subject,
      text: outbox.text,
      state: outbox.state,
      attempts: outbox.attempts,
      createdAt: outbox.createdAt,
      dueAt: outbox.dueAt,
      sentAt: outbox.sentAt,
      error: outbox.error,
      registrationId: registrations.id,
    })
    .from(outbox)
    .leftJoin(
      registrations,
      and(eq(registrations.personId, outbox.personId), eq(registrations.conferenceId, outbox.conferenceId)),
    )
    .where(and(eq(outbox.conferenceId, conference.id), eq(outbox.id, id)));
  return mail;
}

/**
 * Mails of the portal itself (to sign in, to a new owner) that did not arrive or wait for long, newest first.
 * Never what stands in them: whoever reads a code signs in as somebody else.
 */
export const listStuckMails = (executor: Executor, _owner: Owner, now: Date) =>
  executor
    .select({
      id: outbox.id,
      kind: outbox.kind,
      recipient: outbox.recipient,
      state: outbox.state,
      attempts: outbox.attempts,
      createdAt: outbox.createdAt,
      error: outbox.error,
    })
    .from(outbox)
    .where(
      and(
        isNull(outbox.conferenceId),
        or(
          inArray(outbox.state, ["failed", "expired"]),
          and(
            inArray(outbox.state, ["queued", "sending"]),
            lt(outbox.createdAt, new Date(now.getTime() - PATIENCE_MINUTES * 60_000)),
          ),
        ),
      ),
    )
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(PAGE);
