import "server-only";
import { and, desc, eq, gte, inArray, isNull, like, lt, or, type SQL, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { auditEntries, persons, registrations } from "@/db/schema";
import { isId } from "@/lib/address";
import type { Organiser, Owner } from "@/lib/auth/actors";
import { instantOf } from "@/lib/local-time";
import { type AuditSearch, personNumber } from "./rules";

const PAGE = 50;

/** Whose log it is: an organiser reads that of the conference, an owner what belongs to no conference. */
type Reader = Organiser | Owner;
const conferenceOf = (reader: Reader) => ("conference" in reader ? reader.conference : null);

function within(reader: Reader): SQL {
  const conference = conferenceOf(reader);
  return conference ? eq(auditEntries.conferenceId, conference.id) : isNull(auditEntries.conferenceId);
}

/** What someone did, and what was done to them or to their registration here. */
async function about(executor: Executor, reader: Reader, text: string): Promise<SQL | undefined> {
  const conferenceId = conferenceOf(reader)?.id;
  const number = personNumber(text);
  const [person] = await executor
    .select({ id: persons.id, number: persons.number, registrationId: registrations.id })
    .from(persons)
    .leftJoin(
      registrations,
      and(
        eq(registrations.personId, persons.id),
        conferenceId ? eq(registrations.conferenceId, conferenceId) : sql`false`,
      ),
    )
    .where(number === null ? eq(persons.email, text) : eq(persons.number, number));
  const theirs = [person?.id, person?.registrationId].filter((id) => typeof id === "string");
  const did = number ?? person?.number;
  if (did === undefined) return sql`false`;
  return or(
    eq(auditEntries.actorNumber, did),
    and(eq(auditEntries.subject, "person"), eq(auditEntries.subjectId, String(did))),
    theirs.length > 0 ? inArray(auditEntries.subjectId, theirs) : undefined,
  );
}

const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

async function matching(executor: Executor, reader: Reader, search: AuditSearch) {
  const timeZone = conferenceOf(reader)?.timeZone ?? "UTC";
  const text = `%${search.text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return and(
    within(reader),
    search.action?.includes(".") ? eq(auditEntries.action, search.action) : undefined,
    search.action && !search.action.includes(".")
      ? like(auditEntries.action, `${search.action}.%`)
      : undefined,
    search.text
      ? sql`lower(${auditEntries.action} || ' ' || ${auditEntries.subject} || ' ' || coalesce(${auditEntries.subjectId}, '')
          || ' ' || ${auditEntries.detail}::text || ' ' || coalesce(${auditEntries.network}, '')) like ${text}`
      : undefined,
    search.from ? gte(auditEntries.at, instantOf(`${search.from}T00:00`, timeZone)) : undefined,
    search.to ? lt(auditEntries.at, instantOf(`${dayAfter(search.to)}T00:00`, timeZone)) : undefined,
    search.before ? lt(auditEntries.id, search.before) : undefined,
    search.person ? await about(executor, reader, search.person) : undefined,
  );
}

const columns = {
  id: auditEntries.id,
  at: auditEntries.at,
  action: auditEntries.action,
  subject: auditEntries.subject,
  subjectId: auditEntries.subjectId,
  detail: auditEntries.detail,
  network: auditEntries.network,
  actorNumber: auditEntries.actorNumber,
  // null: erased, or the portal itself.
  actorEmail: persons.email,
  actorGivenName: persons.givenName,
  actorFamilyName: persons.familyName,
};

/** The newest entries that fit; `older` is where the next page begins. */
export async function searchAudit(executor: Executor, reader: Reader, search: AuditSearch) {
  const rows = await executor
    .select(columns)
    .from(auditEntries)
    .leftJoin(persons, eq(persons.number, auditEntries.actorNumber))
    .where(await matching(executor, reader, search))
    .orderBy(desc(auditEntries.id))
    .limit(PAGE + 1);
  const entries = rows.slice(0, PAGE);
  const names = await namesOf(executor, reader, entries);
  return {
    entries: entries.map((entry) => ({ ...entry, subjectName: names.get(entry.subjectId ?? "") ?? null })),
    older: rows.length > PAGE ? (entries.at(-1)?.id ?? null) : null,
  };
}

export type AuditPage = Awaited<ReturnType<typeof searchAudit>>;
export type AuditEntry = AuditPage["entries"][number];

/** Who the subjects are: registrations of the conference by their id, persons by their number. */
async function namesOf(
  executor: Executor,
  reader: Reader,
  entries: { subject: string; subjectId: string | null }[],
): Promise<Map<string, string>> {
  const conference = conferenceOf(reader);
  const ids = entries.flatMap(({ subjectId }) => (subjectId && isId(subjectId) ? [subjectId] : []));
  const named =
    !conference || ids.length === 0
      ? []
      : await executor
          .select({
            id: registrations.id,
            givenName: registrations.givenName,
            familyName: registrations.familyName,
          })
          .from(registrations)
          .where(and(eq(registrations.conferenceId, conference.id), inArray(registrations.id, ids)));
  const numbers = entries.flatMap(({ subject, subjectId }) =>
    subject === "person" && subjectId && /^\d{1,12}$/.test(subjectId) ? [Number(subjectId)] : [],
  );
  const known =
    numbers.length === 0
      ? []
      : await executor
          .select({ number: persons.number, email: persons.email })
          .from(persons)
          .where(inArray(persons.number, numbers));
  return new Map([
    ...named.map((one) => [one.id, `${one.givenName} ${one.familyName}`] as const),
    ...known.map((one) => [String(one.number), one.email] as const),
  ]);
}

/** The kinds of entries this log has, for a choice. */
export async function listAuditActions(executor: Executor, reader: Reader): Promise<string[]> {
  const rows = await executor
    .selectDistinct({ action: auditEntries.action })
    .from(auditEntries)
    .where(within(reader))
    .orderBy(auditEntries.action);
  return rows.map(({ action }) => action);
}

/** What happened to one registration, newest first. */
export async function listHistory(executor: Executor, { conference }: Organiser, registrationId: string) {
  const rows = await executor
    .select(columns)
    .from(auditEntries)
    .leftJoin(persons, eq(persons.number, auditEntries.actorNumber))
    .where(
      and(
        eq(auditEntries.conferenceId, conference.id),
        eq(auditEntries.subject, "registration"),
        eq(auditEntries.subjectId, registrationId),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(200);
  return rows.map((entry) => ({ ...entry, subjectName: null }));
}
