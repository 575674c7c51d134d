import { and, eq, inArray, isNull, lt, notExists, notInArray, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  authSessions,
  conferences,
  outbox,
  owners,
  persons,
  registrations,
  roles,
  sensitiveAnswers,
} from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import { each } from "@/lib/each";
import { erase } from "@/lib/erasures/mutations";
import type { Keeping } from "@/lib/personal-data/rules";
import {
  ACCOUNT_MONTHS,
  daysBefore,
  isLongOver,
  MAIL_DAYS,
  sensitiveAreDue,
  UNCONFIRMED_DAYS,
} from "./rules";

type Carried = (db: Database, now: Date) => Promise<number>;

/**
 * Who carries out each rule of the table in lib/personal-data: a function of ours, which answers how many rows
 * or accounts went; the hourly sweep in lib/jobs; or nobody: what stays says nothing about a person, or is a public programme.
 */
export const carriedOut: Record<Keeping, Carried | "sweep" | "stays"> = {
  account: eraseIdleAccounts,
  // Registrations go with the account, which they keep alive.
  registration: eraseIdleAccounts,
  "month-after": eraseSensitiveAnswers,
  mail: eraseOldMails,
  session: "sweep",
  day: "sweep",
  counter: "sweep",
  number: "stays",
  // Of a public programme; who speaks asks the organisers.
  conference: "stays",
};

/** Deletes what has been kept long enough. `now` is real time. Harmless twice. */
export async function retain(db: Database, now: Date): Promise<void> {
  const jobs = new Set(Object.values(carriedOut).filter((one) => typeof one === "function"));
  await each(jobs, (job) => job(db, now));
}

async function eraseSensitiveAnswers(db: Database, now: Date): Promise<number> {
  const due = (await db.select().from(conferences)).filter((conference) => sensitiveAreDue(conference, now));
  return each(due, ({ id: conferenceId }) =>
    db.transaction(async (tx) => {
      const of = tx
        .select({ id: registrations.id })
        .from(registrations)
        .where(eq(registrations.conferenceId, conferenceId));
      const gone = await tx
        .delete(sensitiveAnswers)
        .where(inArray(sensitiveAnswers.registrationId, of))
        .returning({ id: sensitiveAnswers.registrationId });
      if (gone.length > 0)
        await recordAudit(tx, {
          actor: null,
          conferenceId,
          action: "sensitive-answers.erased",
          subject: "conference",
          subjectId: conferenceId,
          detail: { count: gone.length },
        });
      return gone.length;
    }),
  );
}

/** What still waits to be sent stays, however old: it goes when its fate is known. */
async function eraseOldMails(db: Database, now: Date): Promise<number> {
  const gone = await db
    .delete(outbox)
    .where(
      and(notInArray(outbox.state, ["queued", "sending"]), lt(outbox.createdAt, daysBefore(now, MAIL_DAYS))),
    )
    .returning({ id: outbox.id });
  return gone.length;
}

/** Accounts that nobody uses: never confirmed, or without part in anything for two years. At most 500 a run. */
async function eraseIdleAccounts(db: Database, now: Date): Promise<number> {
  const all = await db.select().from(conferences);
  const keeping = all.filter((conference) => !isLongOver(conference, now)).map(({ id }) => id);
  const nothingOf = (table: typeof owners | typeof roles | typeof authSessions) =>
    notExists(db.select({ one: sql`1` }).from(table).where(eq(table.personId, persons.id)));
  const takesPart = db
    .select({ one: sql`1` })
    .from(registrations)
    .where(
      and(
        eq(registrations.personId, persons.id),
        keeping.length > 0 ? inArray(registrations.conferenceId, keeping) : sql`false`,
      ),
    );
  const idle = await db
    .select({ personId: persons.id, number: persons.number, email: persons.email })
    .from(persons)
    .where(
      and(
        nothingOf(owners),
        nothingOf(roles),
        nothingOf(authSessions),
        notExists(takesPart),
        or(
          lt(
            persons.updatedAt,
            sql`${now.toISOString()}::timestamptz - make_interval(months => ${ACCOUNT_MONTHS})`,
          ),
          and(isNull(persons.emailVerifiedAt), lt(persons.createdAt, daysBefore(now, UNCONFIRMED_DAYS))),
        ),
      ),
    )
    .limit(500);
  return each(idle, async (whose) => {
    await erase(db, whose, "person.expired");
    return 1;
  });
}
