import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { imports, seats, sessions } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { MOST_CLASHES } from "@/lib/clashes/rules";
import { csvBytes } from "@/lib/csv";
import { planImport } from "@/lib/import-plans/queries";
import { readUpload, type Upload } from "@/lib/imports/input";
import { applyImport, keepUpload } from "@/lib/imports/mutations";
import { stateOf } from "@/lib/publishing/queries";
import { readDraft } from "@/lib/releases/queries";
import { RoomInput } from "@/lib/rooms/input";
import { scheduleOf } from "@/lib/schedule/rules";
import { columns, contentRows } from "@/lib/schedule-table/rules";
import { SessionInput } from "@/lib/sessions/input";
import { SpeakerInput } from "@/lib/speakers/input";
import { TopicInput } from "@/lib/topics/input";
import { aConference, anOrganiser, aProgramme, aRegistration } from "@/tests/factories";
import { describe, expect, test } from "./test";

async function aDraft(db: Database) {
  const conference = await aConference(db, { startsOn: "2019-10-26", endsOn: "2019-10-28" });
  const organiser = await anOrganiser(db, conference);
  const programme = await aProgramme(db, conference, {
    rooms: [{ name: "Hall; east", floor: "P1", seats: 200 }],
    topics: [{ key: "digital", name: { en: "Digital", de: "Digitales" } }],
    speakers: [
      {
        name: "Ana Popescu",
        slug: "ana-popescu",
        affiliation: "Cluster",
        about: { en: "Speaks.", fr: "Parle." },
      },
      { name: "Ana Popescu", slug: "ana-popescu-2" },
      { name: "Semi; Colon", slug: "semi" },
    ],
    sessions: [
      {
        title: '=SUM(A1), "quoted"',
        abstract: "Two\nlines, and a comma",
        room: "Hall; east",
        topic: "digital",
        seats: 20,
        startsAt: new Date("2019-10-27T00:30:00Z"),
        endsAt: new Date("2019-10-27T01:30:00Z"),
        speakers: ["Semi; Colon"],
        moderators: ["Ana Popescu"],
      },
      { title: "Later", startsAt: new Date("2019-10-28T08:00:00Z"), cancelledAt: new Date() },
    ],
  });
  return { conference, organiser, programme };
}

async function asFile(organiser: Organiser, db: Database, format: "csv" | "json"): Promise<string> {
  const { conference } = organiser;
  const draft = await readDraft(db, conference);
  const options = { version: "draft", base: "http://localhost:3000", reader: "en", cancelled: "Cancelled" };
  if (format === "json") return JSON.stringify(scheduleOf(conference, draft, options));
  const parts: Uint8Array[] = [];
  const rows = async function* () {
    yield contentRows(conference, draft);
  };
  for await (const part of csvBytes([...columns], rows())) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

const upload = (format: "csv" | "json", content: string, keepsOthers = false): Upload => ({
  format,
  content,
  fileName: `programme.${format}`,
  keepsOthers,
});

const yes = { sure: true, clashes: 0, knowing: false };

async function take(db: Database, organiser: Organiser, file: Upload, said: Partial<typeof yes> = {}) {
  const id = await keepUpload(db, organiser, file);
  const seen = stateOf(await readDraft(db, organiser.conference), 0);
  return applyImport(db, organiser, { id, seen, ...yes, ...said });
}

describe("the draft goes out and comes in again unchanged", () => {
  for (const format of ["csv", "json"] as const)
    test(`as ${format}, with formulas, two of one name and the hour that is there twice`, async ({ db }) => {
      const { conference, organiser } = await aDraft(db);
      const before = await readDraft(db, conference);
      const file = upload(format, await asFile(organiser, db, format));
      const plan = await planImport(db, organiser, file);
      expect(plan?.content).toEqual(before);
      expect(await take(db, organiser, file)).toMatchObject({ ok: true });
      expect(await readDraft(db, conference)).toEqual(before);
    });
});

describe("an import", () => {
  test("adds, changes and takes out, in the draft only, all at once", async ({ db }) => {
    const { conference, organiser, programme } = await aDraft(db);
    const [first, later] = programme.sessions;
    const file = [
      "id;title;starts;ends;room;topic;speakers;kind",
      `${first?.id};Another title;2019-10-27 09:00;2019-10-27 10:00;New room;New topic;New Speaker;panel`,
      ";Brand new;2019-10-28 09:00;2019-10-28 09:30;New room;Digitales;New Speaker;",
    ].join("\n");
    expect(await take(db, organiser, upload("csv", file))).toMatchObject({ ok: true });
    const draft = await readDraft(db, conference);
    expect(draft.sessions.map(({ id, title, kind }) => [id === first?.id, title, kind])).toEqual([
      [true, "Another title", "panel"],
      [false, "Brand new", "session"],
    ]);
    expect(draft.rooms.map(({ name }) => name)).toEqual(["Hall; east", "New room"]);
    expect(draft.topics.map(({ key }) => key)).toEqual(["digital", "new-topic"]);
    expect(draft.speakers.map(({ name }) => name)).toContain("New Speaker");
    const [gone] = await db
      .select()
      .from(sessions)
      .where(eq(sessions.id, later?.id ?? ""));
    expect(gone?.removedAt).not.toBeNull();
    expect(await db.$count(imports, eq(imports.conferenceId, conference.id))).toBe(0);
  });

  test("keeps what the file does not name, when asked to, and knows a session again by its title", async ({
    db,
  }) => {
    const { conference, organiser, programme } = await aDraft(db);
    const file = "title,starts,ends\nLATER,2019-10-28 11:00,2019-10-28 12:00";
    expect(await take(db, organiser, upload("csv", file, true))).toMatchObject({ ok: true });
    const draft = await readDraft(db, conference);
    expect(draft.sessions.map(({ id }) => id)).toEqual(programme.sessions.map(({ id }) => id));
    expect(draft.sessions[1]).toMatchObject({
      title: "LATER",
      startsAt: "2019-10-28T09:00:00.000Z",
      // The table has no such column.
      cancelled: true,
    });
  });

  test("of another system's JSON leaves alone what that says nothing of", async ({ db }) => {
    const { conference, organiser, programme } = await aDraft(db);
    const before = await readDraft(db, conference);
    const [first, later] = programme.sessions;
    const event = (guid: string | undefined, title: string, date: string, more: object = {}) => ({
      guid,
      title,
      date,
      duration: "01:00",
      ...more,
    });
    const file = (room: string, ...events: object[]) =>
      upload("json", JSON.stringify({ schedule: { conference: { days: [{ rooms: { [room]: events } }] } } }));
    const all = file(
      "Hall; east",
      event(first?.id, "New title", "2019-10-27T00:30:00Z", { type: "Keksparty", answers: [] }),
      event(later?.id, "Later", "2019-10-28T08:00:00Z", { room: "–", answers: null }),
    );
    expect((await planImport(db, organiser, all))?.content).toEqual({
      ...before,
      sessions: before.sessions.map((session) =>
        session.id === first?.id ? { ...session, title: "New title" } : session,
      ),
    });
    // A new session has nothing that could stay.
    const one = file("Attic", event(undefined, "Brand new", "2019-10-28T09:00:00Z", { type: "Keksparty" }));
    expect((await planImport(db, organiser, one))?.content.sessions).toMatchObject([
      { kind: "session", seats: null, cancelled: false, speakers: [] },
    ]);
  });

  test("of our own JSON takes seats and a cancellation back, because it says that there are none", async ({
    db,
  }) => {
    const { conference, organiser, programme } = await aDraft(db);
    const [first, later] = programme.sessions;
    const change = (id: string | undefined, set: object) =>
      db
        .update(sessions)
        .set(set)
        .where(eq(sessions.id, id ?? ""));
    await change(first?.id, { seats: null });
    const file = upload("json", await asFile(organiser, db, "json"));
    const before = await readDraft(db, conference);
    await change(first?.id, { seats: 5, cancelledAt: new Date() });
    await change(later?.id, { cancelledAt: null, seats: 7 });
    expect(await take(db, organiser, file)).toMatchObject({ ok: true });
    expect(await readDraft(db, conference)).toEqual(before);
  });

  test("that makes booked sessions open to everyone names them and wants a yes", async ({ db }) => {
    const { conference, organiser, programme } = await aDraft(db);
    const [first] = programme.sessions;
    const sessionId = first?.id ?? "";
    const { id: registrationId } = await aRegistration(db, conference);
    const file = upload(
      "csv",
      `id,title,starts,ends,seats\n${sessionId},Open,2019-10-28 11:00,2019-10-28 12:00,`,
      true,
    );
    expect((await planImport(db, organiser, file))?.unbooked).toEqual([]);
    await db.insert(seats).values({
      conferenceId: conference.id,
      sessionId,
      registrationId,
      askedAt: new Date(),
      state: "waiting",
    });
    expect((await planImport(db, organiser, file))?.unbooked.map(({ id }) => id)).toEqual([sessionId]);
    const refused = { ok: false, code: "import-unsure" };
    expect(await take(db, organiser, file, { sure: false })).toMatchObject(refused);
    expect(await take(db, organiser, file)).toMatchObject({ ok: true });
  });

  test("that takes out a session with bookings wants a yes, and leaves the seats until a release", async ({
    db,
  }) => {
    const { conference, organiser, programme } = await aDraft(db);
    const [first] = programme.sessions;
    const { id: registrationId } = await aRegistration(db, conference);
    const seat = {
      conferenceId: conference.id,
      sessionId: first?.id ?? "",
      registrationId,
      askedAt: new Date(),
    };
    await db.insert(seats).values({ ...seat, state: "waiting" });
    const file = upload("csv", "title,starts,ends\nNew,2019-10-28 11:00,2019-10-28 12:00");
    expect((await planImport(db, organiser, file))?.losing.map(({ id }) => id)).toEqual([first?.id]);
    expect(await take(db, organiser, file, { sure: false })).toMatchObject({
      ok: false,
      code: "import-unsure",
    });
    expect(await take(db, organiser, file)).toMatchObject({ ok: true });
    expect((await db.select().from(seats).where(eq(seats.registrationId, registrationId)))[0]?.state).toBe(
      "waiting",
    );
  });

  test("that brings clashes says which, and wants a yes to as many as were shown", async ({ db }) => {
    const conference = await aConference(db, { startsOn: "2019-10-26", endsOn: "2019-10-28" });
    const organiser = await anOrganiser(db, conference);
    const at = (time: string) => new Date(`2019-10-28T${time}:00Z`);
    const { sessions: made } = await aProgramme(db, conference, {
      rooms: [
        { name: "Hall", seats: 30 },
        { name: "Annex", seats: 10 },
      ],
      speakers: [{ name: "Ana" }, { name: "Dan" }],
      sessions: [
        { title: "Keynote", room: "Hall", startsAt: at("08:00"), endsAt: at("09:00"), speakers: ["Ana"] },
        { title: "Panel", room: "Annex", startsAt: at("10:00"), endsAt: at("11:00"), moderators: ["Dan"] },
        // In each other's way already: nobody is asked about that again.
        { title: "Old", room: "Hall", startsAt: at("12:00"), endsAt: at("13:00") },
        { title: "Older", room: "Hall", startsAt: at("12:30"), endsAt: at("13:00") },
        { title: "Booked", seats: 3, startsAt: at("14:00"), endsAt: at("15:00") },
      ],
    });
    const id = Object.fromEntries(made.map((session) => [session.title, session.id]));
    for (let index = 0; index < 3; index += 1) {
      const { id: registrationId } = await aRegistration(db, conference);
      const seat = { conferenceId: conference.id, sessionId: id.Booked ?? "", registrationId };
      await db.insert(seats).values({ ...seat, askedAt: new Date(), bookedAt: new Date(), state: "booked" });
    }
    const file = (...lines: string[]) =>
      upload("csv", ["title,starts,ends,room,seats,speakers,moderators", ...lines].join("\n"), true);
    const bringing = async (of: Upload) =>
      (await planImport(db, organiser, of))?.clashes.map(({ clash }) => clash.kind);
    const day = "2019-10-28";

    const room = file(`New,${day} 10:30,${day} 10:45,Hall,,,`);
    expect(await bringing(room)).toEqual(["room"]);
    expect(await bringing(file(`New,${day} 10:30,${day} 10:45,Elsewhere,,Ana,`))).toEqual(["speaker"]);
    expect(await bringing(file(`New,${day} 12:30,${day} 12:45,Elsewhere,,Dan,`))).toEqual(["chair"]);
    expect(await bringing(file(`New,${day} 18:00,${day} 18:30,Annex,11,,`))).toEqual(["seats"]);
    expect(await bringing(file(`Booked,${day} 16:00,${day} 17:00,,2,,`))).toEqual(["booked"]);
    expect(await bringing(file("New,2019-10-30 16:00,2019-10-30 17:00,,,,"))).toEqual(["days"]);
    expect(await bringing(file(`New,${day} 18:00,${day} 18:30,Annex,10,,`))).toEqual([]);
    // As long as Old and Older overlap it is the same clash, wherever they stand in the list.
    expect(await bringing(file(`Older,${day} 13:30,${day} 15:00,Hall,,,`))).toEqual([]);

    const before = await readDraft(db, conference);
    const refused = { ok: false, code: "import-clashes", params: { count: 1 } };
    expect(await take(db, organiser, room)).toMatchObject(refused);
    expect(await take(db, organiser, room, { clashes: 1 })).toMatchObject(refused);
    expect(await take(db, organiser, room, { clashes: 0, knowing: true })).toMatchObject(refused);
    expect(await readDraft(db, conference)).toEqual(before);
    expect(await take(db, organiser, room, { clashes: 1, knowing: true })).toMatchObject({ ok: true });
    // Now the draft has it.
    expect(await bringing(room)).toEqual([]);
  });

  test("of a thousand sessions in one room at one time is looked through in no time", async ({ db }) => {
    const { organiser } = await aDraft(db);
    const rows = Array.from({ length: 2000 }, (_, at) => `S${at},2019-10-28 10:00,2019-10-28 11:00,Hall`);
    const file = upload("csv", ["title,starts,ends,room", ...rows].join("\n"));
    expect((await planImport(db, organiser, file))?.clashes).toHaveLength(MOST_CLASHES);
  });

  test("of sessions that were taken out gives them their addresses back, whatever the new ones are called", async ({
    db,
  }) => {
    const { conference, organiser, programme } = await aDraft(db);
    const [, later] = programme.sessions;
    if (!later) throw new Error("two sessions were made");
    const file = upload(
      "csv",
      [
        "id,title,starts,ends",
        ",Later,2019-10-28 11:00,2019-10-28 12:00",
        `${later.id},Renamed,2019-10-28 13:00,2019-10-28 14:00`,
      ].join("\n"),
    );
    await db.update(sessions).set({ slug: "later", removedAt: new Date() }).where(eq(sessions.id, later.id));
    expect(await take(db, organiser, file)).toMatchObject({ ok: true });
    const draft = await readDraft(db, conference);
    expect(draft.sessions.map(({ id, slug }) => [id === later.id, slug])).toEqual([
      [false, "later-2"],
      [true, "later"],
    ]);
  });

  test("of another conference's sessions makes new ones, and its uploads are nobody else's", async ({
    db,
  }) => {
    const theirs = await aDraft(db);
    const ours = await aDraft(db);
    const file = upload("json", await asFile(theirs.organiser, db, "json"));
    expect(await take(db, ours.organiser, file)).toMatchObject({ ok: true });
    const ids = (await readDraft(db, ours.conference)).sessions.map(({ id }) => id);
    for (const { id } of theirs.programme.sessions) expect(ids).not.toContain(id);
    expect((await readDraft(db, theirs.conference)).sessions).toHaveLength(2);
    const id = await keepUpload(db, theirs.organiser, file);
    const seen = stateOf(await readDraft(db, ours.conference), 0);
    expect(await applyImport(db, ours.organiser, { id, seen, ...yes })).toMatchObject({
      code: "not-found",
    });
  });

  test("is asked again when the draft changed meanwhile", async ({ db }) => {
    const { organiser, programme } = await aDraft(db);
    const id = await keepUpload(db, organiser, upload("json", await asFile(organiser, db, "json")));
    const seen = stateOf(await readDraft(db, organiser.conference), 0);
    await db
      .update(sessions)
      .set({ title: "Changed" })
      .where(eq(sessions.id, programme.sessions[0]?.id ?? ""));
    expect(await applyImport(db, organiser, { id, seen, ...yes })).toMatchObject({
      code: "draft-changed",
    });
  });
});

describe("a broken or hostile file is refused, and says where", () => {
  const csv = (...lines: string[]) => ["title,starts,ends,seats,room", ...lines].join("\n");
  const json = (event: object, conference: object = {}) =>
    JSON.stringify({ schedule: { conference: { days: [{ rooms: { Hall: [event] } }], ...conference } } });
  const event = { title: "A", date: "2019-10-27T10:00:00+02:00", duration: "01:00" };
  const affiliated = (answer: string) => ({
    persons: [{ name: "A", answers: [{ question: "affiliation", answer }] }],
  });
  const table: [name: string, format: "csv" | "json", content: string, problem: object][] = [
    ["an unknown column", "csv", "title,starts,ends,password\n", { code: "unknown-column", line: 1 }],
    ["a missing column", "csv", "title,starts\n", { code: "missing-column", field: "ends" }],
    ["nothing in it", "csv", "title,starts,ends\n", { code: "no-sessions" }],
    ["an open quotation mark", "csv", csv('"open,2019-10-27 10:00'), { code: "no-table" }],
    [
      "a cell too many",
      "csv",
      csv("A,2019-10-27 10:00,2019-10-27 11:00,1,Hall,more"),
      { code: "columns", line: 2 },
    ],
    [
      "a formula",
      "csv",
      csv("=cmd|' /C calc'!A0,2019-10-27 10:00,2019-10-27 11:00,,"),
      { code: "formula", line: 2 },
    ],
    [
      "a day that is not",
      "csv",
      csv("A,2019-02-30 10:00,2019-10-27 11:00,,"),
      { code: "date", field: "starts" },
    ],
    [
      "an id that no form takes",
      "csv",
      "id,title,starts,ends\n325aa645-15d2-9436-c99e-7ff8ab0f335a,A,2019-10-27 10:00,2019-10-27 11:00",
      { code: "id", line: 2, field: "id" },
    ],
    ["words for a number", "csv", csv("A,2019-10-27 10:00,2019-10-27 11:00,many,"), { code: "number" }],
    [
      "an end before the beginning",
      "csv",
      csv("A,2019-10-27 10:00,2019-10-27 09:00,,"),
      { code: "ends-before-begins" },
    ],
    [
      "three days in one session",
      "csv",
      csv("A,2019-10-26 10:00,2019-10-28 11:00,,"),
      { code: "longer-than-a-day" },
    ],
    ["another year", "csv", csv("A,2091-10-27 10:00,2091-10-27 11:00,,"), { code: "far-off" }],
    [
      "markup",
      "csv",
      csv("<script>alert(1)</script>,2019-10-27 10:00,2019-10-27 11:00,,"),
      { code: "markup" },
    ],
    [
      "the same twice",
      "csv",
      csv(
        '"A, on\ntwo lines",2019-10-27 10:00,2019-10-27 11:00,,',
        "A,2019-10-27 10:00,2019-10-27 11:00,,",
        "A,2019-10-27 10:00,2019-10-27 11:00,,",
      ),
      { code: "control", line: 2 },
    ],
    [
      "twins",
      "csv",
      csv("A,2019-10-27 10:00,2019-10-27 11:00,,", "A,2019-10-27 10:00,2019-10-27 11:00,,"),
      { code: "twice", line: 3 },
    ],
    ["no JSON", "json", "{", { code: "no-json" }],
    ["a list", "json", "[1, 2]", { code: "no-schedule" }],
    ["depth", "json", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, {}],
    ["an unknown zone", "json", json(event, { time_zone_name: "Mars/Phobos" }), { code: "unknown-zone" }],
    [
      "a wrong type",
      "json",
      json({ ...event, title: { toString: 1 } }),
      { code: "wrong-type", entry: 1, field: "title" },
    ],
    ["a date that is none", "json", json({ ...event, date: "tomorrow" }), { code: "date", entry: 1 }],
    [
      "words for seats",
      "json",
      json({ ...event, answers: [{ question: "seats", answer: "many" }] }),
      { code: "number", entry: 1, field: "seats" },
    ],
    [
      "a cancellation that is neither",
      "json",
      json({ ...event, answers: [{ question: "cancelled", answer: "perhaps" }] }),
      { code: "true-false", entry: 1, field: "cancelled" },
    ],
    ...(
      [
        ["a biography with NUL", { persons: [{ name: "A", biography: "a\u0000" }] }, "control", "biography"],
        [
          "a biography with half a character",
          { persons: [{ name: "A", biography: "\ud800" }] },
          "control",
          "biography",
        ],
        [
          "a biography too long",
          { persons: [{ name: "A", biography: "x".repeat(2001) }] },
          "too-long",
          "biography",
        ],
        ["a person without a name", { persons: [{ name: " " }] }, "missing", "speakers"],
        ["a person without any", { persons: [{ role: "moderator" }] }, "missing", "moderators"],
        ["a name too long", { persons: [{ name: "x".repeat(121) }] }, "too-long", "speakers"],
        ["an affiliation too long", affiliated("x".repeat(161)), "too-long", "affiliation"],
        ["an affiliation with NUL", affiliated("a\u0000"), "control", "affiliation"],
        ["an abstract with NUL", { abstract: "a\u0000" }, "control", "abstract"],
        ["an abstract too long", { abstract: "x".repeat(20_001) }, "too-long", "abstract"],
        ["a title too long", { title: "x".repeat(201) }, "too-long", "title"],
        ["an empty title", { title: " " }, "missing", "title"],
        ["a room too long", { room: "x".repeat(81) }, "too-long", "room"],
        ["a topic too long", { track: "x".repeat(81) }, "too-long", "topic"],
        ["a topic with NUL", { track: "a\u0000" }, "control", "topic"],
        [
          "more seats than there are",
          { answers: [{ question: "seats", answer: "100001" }] },
          "number",
          "seats",
        ],
      ] as const
    ).map(([name, more, code, field]): (typeof table)[number] => [
      name,
      "json",
      json({ ...event, ...more }),
      { code, entry: 1, field },
    ]),
    ...(
      [
        ["a list of rooms with NUL", { name: "a\u0000" }, "control", "rooms.name"],
        ["a list of rooms without a name", { name: "" }, "missing", "rooms.name"],
        ["a list of rooms with a name too long", { name: "x".repeat(81) }, "too-long", "rooms.name"],
        ["a list of rooms with HTML", { name: "<b>" }, "markup", "rooms.name"],
        ["a floor with NUL", { name: "A", description: "a\u0000" }, "control", "rooms.description"],
        ["a floor too long", { name: "A", description: "x".repeat(41) }, "too-long", "rooms.description"],
      ] as const
    ).map(([name, room, code, field]): (typeof table)[number] => [
      name,
      "json",
      json(event, { rooms: [room] }),
      { code, field },
    ]),
    ["an endless session", "json", json({ ...event, duration: "999:00" }), { code: "longer-than-a-day" }],
    [
      "a prototype",
      "json",
      json({ ...event, room: "<img src=x>", __proto__: 1 }),
      { code: "markup", field: "room" },
    ],
  ];
  test.each(table)("%s", async (_name, format, content, problem) => {
    const conference = { startsOn: "2019-10-26", endsOn: "2019-10-28", timeZone: "Europe/Bucharest" };
    const reading = readUpload({ format, content }, { conference } as unknown as Organiser);
    expect(reading.ok).toBe(false);
    expect(reading.ok || reading.problems).toContainEqual(expect.objectContaining(problem));
  });

  test("what fills every field of the editor to the brim comes in, and the forms take it again", async ({
    db,
  }) => {
    const { conference, organiser } = await aDraft(db);
    const long = (length: number) => "x".repeat(length);
    const full = {
      ...event,
      title: long(200),
      abstract: long(20_000),
      track: long(80),
      room: long(80),
      answers: [{ question: "seats", answer: "100000" }],
      persons: [{ ...affiliated(long(160)).persons[0], name: long(120), biography: long(2000) }],
    };
    const rooms = [{ name: long(80), description: long(40), capacity: 100_000 }];
    const clashes = { clashes: 0, knowing: true };
    expect(await take(db, organiser, upload("json", json(full, { rooms })), clashes)).toMatchObject({
      ok: true,
    });
    const draft = await readDraft(db, conference);
    const [session] = draft.sessions;
    const person = draft.speakers.find(({ id }) => session?.speakers.includes(id));
    const room = draft.rooms.find(({ id }) => id === session?.roomId);
    const topic = draft.topics.find(({ id }) => id === session?.topicId);
    const times = { startsAt: "2019-10-27T10:00", endsAt: "2019-10-27T11:00" };
    const forms = [
      SessionInput("Europe/Bucharest").safeParse({
        ...session,
        ...times,
        roomId: "",
        topicId: "",
        seats: "100000",
      }),
      SpeakerInput.safeParse({
        name: person?.name,
        affiliation: person?.affiliation,
        "about.en": person?.about.en,
      }),
      RoomInput.safeParse({ name: room?.name, floor: room?.floor, seats: String(room?.seats) }),
      TopicInput("en").safeParse({ "name.en": topic?.name.en, colour: "1" }),
    ];
    for (const form of forms) expect(form.error?.issues).toBeUndefined();
  });

  test("2,001 sessions are too many, and are read in no time", () => {
    const rows = Array.from({ length: 2001 }, (_, index) => `S${index},2019-10-27 10:00,2019-10-27 11:00,,`);
    const conference = { startsOn: "2019-10-26", endsOn: "2019-10-28", timeZone: "Europe/Bucharest" };
    const reading = readUpload({ format: "csv", content: csv(...rows) }, {
      conference,
    } as unknown as Organiser);
    expect(reading.ok || reading.problems).toEqual([{ code: "too-many-sessions" }]);
  });
});
