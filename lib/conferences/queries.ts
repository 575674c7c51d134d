import "server-only";
import { and, asc, desc, eq, ne } from "drizzle-orm";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { db, type Executor } from "@/db/client";
import {
  auditEntries,
  conferences,
  editions,
  outbox,
  registrations,
  windowModule,
  windows,
} from "@/db/schema";
import { conferenceNow } from "@/lib/clock";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { lastKnown } from "@/lib/outage";
import { findPlaceCount, type PlaceCount } from "@/lib/places/queries";
import { together } from "@/lib/together";
import type { Window } from "./rules";

export type WindowModule = (typeof windowModule.enumValues)[number];
export type Conference = typeof conferences.$inferSelect & { windows: Record<WindowModule, Window> };

const never: Window = { opensAt: null, closesAt: null };

/** The conference with its windows; a module without a row never opens. */
export async function findConference(executor: Executor, slug: string): Promise<Conference | undefined> {
  const rows = await executor
    .select()
    .from(conferences)
    .leftJoin(windows, eq(windows.conferenceId, conferences.id))
    .where(eq(conferences.slug, slug));
  const conference = rows[0]?.conferences;
  if (!conference) return undefined;
  const byModule = Object.fromEntries(windowModule.enumValues.map((module) => [module, never])) as Record<
    WindowModule,
    Window
  >;
  for (const { windows: window } of rows) {
    if (window) byModule[window.module] = { opensAt: window.opensAt, closesAt: window.closesAt };
  }
  return { ...conference, windows: byModule };
}

/** As findConference. Those who ask while a read is under way share the next one. */
export const findSharedConference = together(async (slugs: string[]) => {
  const distinct = [...new Set(slugs)];
  const found = await Promise.all(distinct.map((slug) => findConference(db, slug)));
  return slugs.map((slug) => found[distinct.indexOf(slug)]);
});

/** Every conference of the installation, by date. */
export async function listConferences(executor: Executor) {
  return executor
    .select({
      id: conferences.id,
      slug: conferences.slug,
      name: conferences.name,
      shortName: conferences.shortName,
      startsOn: conferences.startsOn,
      endsOn: conferences.endsOn,
      timeZone: conferences.timeZone,
      mode: conferences.mode,
      clockSetAt: conferences.clockSetAt,
    })
    .from(conferences)
    .orderBy(conferences.startsOn);
}

const findOnce = cache((slug: string) => lastKnown(`conference ${slug}`, () => findSharedConference(slug)));

/** For pages: the conference of the address and its language, or the page "not found". One query a request. */
export async function loadConference(params: {
  locale: string;
  conference: string;
}): Promise<Conference & { reader: Locale }> {
  if (!isLocale(params.locale)) notFound();
  setRequestLocale(params.locale);
  const conference = await findOnce(params.conference);
  if (!conference) notFound();
  return { ...conference, reader: params.locale };
}

/** Where the clock of a rehearsal stood before it was moved last: an instant, or null for real time. */
export async function findEarlierClock(executor: Executor, conference: { id: string }) {
  const [entry] = await executor
    .select({ detail: auditEntries.detail })
    .from(auditEntries)
    .where(and(eq(auditEntries.conferenceId, conference.id), eq(auditEntries.action, "clock.moved")))
    .orderBy(desc(auditEntries.id))
    .limit(1);
  if (!entry) return undefined;
  const { from } = entry.detail;
  return { at: typeof from === "string" ? new Date(from) : null };
}

/** What a rehearsal leaves behind when the conference goes live. */
export async function countRehearsal(executor: Executor, conference: { id: string }) {
  const [registered, kept] = await Promise.all([
    executor.$count(
      registrations,
      and(eq(registrations.conferenceId, conference.id), ne(registrations.state, "cancelled")),
    ),
    executor.$count(outbox, and(eq(outbox.conferenceId, conference.id), eq(outbox.state, "kept"))),
  ]);
  return { registered, kept };
}

/** Earlier and later editions of the conference, oldest first. */
export async function listEditions(executor: Executor, conference: { id: string }) {
  return executor
    .select({
      id: editions.id,
      edition: editions.edition,
      year: editions.year,
      dates: editions.dates,
      place: editions.place,
      participants: editions.participants,
    })
    .from(editions)
    .where(eq(editions.conferenceId, conference.id))
    .orderBy(asc(editions.year), asc(editions.edition));
}

const FRESH = 1000;
const asked = new Map<string, { at: number; count: Promise<PlaceCount | undefined> }>();

/**
 * As findPlaceCount, read at most once a second for each conference, however many visitors look. Undefined for
 * an unknown conference.
 */
export async function findPlaceCountOften(slug: string): Promise<PlaceCount | undefined> {
  const at = performance.now();
  const recent = asked.get(slug);
  if (recent && at - recent.at < FRESH) return recent.count;
  const count = findConference(db, slug).then(
    (conference) => conference && findPlaceCount(db, conference.id, conferenceNow(conference)),
  );
  asked.set(slug, { at, count });
  const found = await count.catch((cause) => {
    asked.delete(slug);
    throw cause;
  });
  // Invented addresses must not fill the memory.
  if (!found) asked.delete(slug);
  return found;
}
