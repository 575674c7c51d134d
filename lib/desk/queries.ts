import "server-only";
import { and, count, eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { outbox } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { readFilter } from "@/lib/registration-filters/rules";
import { countByState } from "@/lib/registration-list/queries";

/**
 * The numbers beside the entries of the navigation. They are those of the pages they lead to: every registration
 * there is, as the list without filters; who stands in line, without who was offered a place and so holds one.
 */
export async function countForNavigation(executor: Executor, organiser: Organiser) {
  const [states, [mails]] = await Promise.all([
    countByState(executor, organiser, readFilter({})),
    executor
      .select({ failed: count() })
      .from(outbox)
      .where(and(eq(outbox.conferenceId, organiser.conference.id), eq(outbox.state, "failed"))),
  ]);
  return {
    registrations: Object.values(states).reduce((sum, each) => sum + each, 0),
    waiting: states.waitlisted,
    failed: mails?.failed ?? 0,
  };
}
