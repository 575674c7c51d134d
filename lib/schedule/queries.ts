import "server-only";
import { createHash } from "node:crypto";
import { db } from "@/db/client";
import type { ReleaseContent } from "@/db/schema";
import { calendarFile } from "@/lib/calendar";
import { type Conference, findConference } from "@/lib/conferences/queries";
import { env } from "@/lib/env";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import { programmeOf } from "@/lib/programme/queries";
import { findCurrentHead, readRelease } from "@/lib/releases/queries";
import { emptyContent } from "@/lib/releases/rules";
import { sessionEvents } from "@/lib/schedule-events/rules";
import { scheduleXml } from "@/lib/schedule-xml/rules";
import { scheduleOf } from "./rules";

export const scheduleFormats = ["json", "xml", "ics"] as const;
export type ScheduleFormat = (typeof scheduleFormats)[number];

const types: Record<ScheduleFormat, string> = {
  json: "application/json; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
};
/** Counts up when the same release is written in another way, so that nobody keeps the old file. */
const EDITION = 3;

type Address = { conference: string /** Without one: the conference's own language. */; locale?: string };

/**
 * The programme of the last release for machines. Whoever has the same release already is told so (304) before
 * it is read. Open to every site, as the public pages are.
 */
export async function answerSchedule(
  request: Request,
  address: Address,
  format: ScheduleFormat,
): Promise<Response> {
  const conference = await findConference(db, address.conference);
  if (!conference || (address.locale !== undefined && !isLocale(address.locale)))
    return new Response("There is no such conference.\n", { status: 404 });
  const reader = languageOf(conference, address.locale);
  const head = await findCurrentHead(db, conference);
  const state = [
    EDITION,
    format,
    reader,
    env().BASE_URL,
    conference.id,
    conference.updatedAt.toISOString(),
    head?.id,
  ];
  const etag = `"${createHash("sha256").update(state.join(" ")).digest("base64url").slice(0, 32)}"`;
  const headers = {
    etag,
    "cache-control": "public, max-age=60",
    "access-control-allow-origin": "*",
    "x-content-type-options": "nosniff",
  };
  if (knows(request, etag)) return new Response(null, { status: 304, headers });
  const content = head ? await readRelease(db, head) : emptyContent;
  return new Response(await write(conference, reader, { head, content }, format), {
    headers: {
      ...headers,
      "content-type": types[format],
      "content-disposition": `inline; filename="${conference.slug}-schedule.${format}"`,
    },
  });
}

const languageOf = (conference: Conference, asked: string | undefined): Locale => {
  if (isLocale(asked)) return asked;
  return isLocale(conference.locale) ? conference.locale : defaultLocale;
};

/** If-None-Match lists tags; a proxy that packed the file may have made a tag weak. */
const knows = (request: Request, etag: string) =>
  (request.headers.get("if-none-match") ?? "")
    .split(",")
    .some((tag) => tag.trim().replace(/^W\//, "") === etag || tag.trim() === "*");

type Head = Awaited<ReturnType<typeof findCurrentHead>>;

async function write(
  conference: Conference,
  reader: Locale,
  { head, content }: { head: Head; content: ReleaseContent },
  format: ScheduleFormat,
) {
  const t = await translatorFor(reader, "programme");
  const words = { base: env().BASE_URL, cancelled: t("cancelled") };
  if (format === "ics")
    return calendarFile(
      conference.name,
      sessionEvents({ ...conference, reader }, programmeOf(content, conference, reader), head, words),
      3600,
    );
  const schedule = scheduleOf(conference, content, {
    version: head ? `${head.number} (${head.name})` : "0",
    reader,
    ...words,
  });
  return format === "xml" ? scheduleXml(schedule) : `${JSON.stringify(schedule, null, 2)}\n`;
}
