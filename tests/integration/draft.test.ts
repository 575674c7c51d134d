import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  auditEntries,
  releases,
  roles,
  rooms,
  sessionSpeakers,
  sessions,
  speakers,
  stars,
} from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { clashKey } from "@/lib/clashes/rules";
import { changeRoom, moveRoom, removeRoom } from "@/lib/rooms/mutations";
import { listDraftRooms } from "@/lib/rooms/queries";
import { placeSession } from "@/lib/session-moves/mutations";
import { changeState } from "@/lib/session-states/mutations";
import { addSession, changeSession } from "@/lib/sessions/mutations";
import { listRemoved, listSlots } from "@/lib/sessions/queries";
import { changeSpeaker, removeSpeaker } from "@/lib/speakers/mutations";
import { changeTopic, removeTopic } from "@/lib/topics/mutations";
import { aConference, anOrganiser, aPerson } from "@/tests/factories";
import { aDraftSession, aRoom, aSpeaker, aTopic } from "@/tests/factories/drafts";
import { describe, expect, test } from "./test";

const at = (time: string, day = "15") => new Date(`2019-05-${day}T${time}:00Z`);
const nobody = { speakers: [], moderators: [], hosts: [] };

/** An organiser of a new conference, and one of another. */
async function two(db: Database) {
  const [ours, theirs] = [await aConference(db), await aConference(db)];
  return { ours, theirs, organiser: await anOrganiser(db, ours), stranger: await anOrganiser(db, theirs) };
}

const session = {
  title: "Circular Europe",
  abstract: "",
  kind: "panel" as const,
  topicId: null,
  roomId: null as string | null,
  startsAt: at("10:00"),
  endsAt: at("11:00"),
  seats: null,
};
const input = (more: Partial<typeof session> = {}, version = 0, knowing: string[] = []) => ({
  version,
  knowing,
  people: nobody,
  session: { ...session, ...more },
});
const found = async (db: Database, { conference }: Organiser, id: string) => {
  const one = (await listSlots(db, conference.id)).find((slot) => slot.id === id);
  if (!one) throw new Error("The session is not in the draft");
  return one;
};

describe("a session of the draft", () => {
  test("is added with people in order, hosts who have the role, and an address of its own", async ({
    db,
  }) => {
    const { ours, organiser } = await two(db);
    const [ana, dan] = [await aSpeaker(db, ours), await aSpeaker(db, ours)];
    const [host, guest] = [await aPerson(db), await aPerson(db)];
    await db.insert(roles).values({ conferenceId: ours.id, personId: host.id, role: "host" });
    const people = { speakers: [dan.id, ana.id], moderators: [ana.id], hosts: [host.id, guest.id] };
    const [one, same] = [
      await addSession(db, organiser, { ...input(), people }),
      await addSession(db, organiser, input({ startsAt: at("12:00"), endsAt: at("13:00") })),
    ];
    if (!one.ok || !same.ok) throw new Error("Not added");
    expect(await found(db, organiser, one.data.id)).toMatchObject({
      slug: "circular-europe",
      speakers: [dan.id, ana.id],
      moderators: [ana.id],
      hosts: [host.id],
      version: 1,
    });
    expect((await found(db, organiser, same.data.id)).slug).toBe("circular-europe-2");
    const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, one.data.id));
    expect(entry).toMatchObject({ action: "session.added", actorNumber: organiser.number });
  });

  test("takes no room, topic or speaker of another conference, and nobody else's session", async ({ db }) => {
    const { ours, theirs, organiser, stranger } = await two(db);
    const [room, topic, speaker] = [
      await aRoom(db, theirs),
      await aTopic(db, theirs),
      await aSpeaker(db, theirs),
    ];
    const gone = { ok: false, code: "choice-gone" };
    expect(await addSession(db, organiser, input({ roomId: room.id }))).toMatchObject(gone);
    const withTopic = { ...input(), session: { ...session, topicId: topic.id } };
    expect(await addSession(db, organiser, withTopic)).toMatchObject(gone);
    const people = { ...nobody, speakers: [speaker.id] };
    expect(await addSession(db, organiser, { ...input(), people })).toMatchObject(gone);
    const mine = await aDraftSession(db, ours);
    expect(await changeSession(db, stranger, mine.id, input({}, 1))).toMatchObject({ code: "not-found" });
    const move = {
      id: mine.id,
      version: 1,
      roomId: null,
      startsAt: at("12:00"),
      endsAt: at("13:00"),
      knowing: [],
    };
    expect(await placeSession(db, stranger, move)).toMatchObject({ code: "not-found" });
    const state = { version: 1, state: "removed" as const, sure: true };
    expect(await changeState(db, stranger, mine.id, state)).toMatchObject({ code: "not-found" });
    expect((await found(db, organiser, mine.id)).version).toBe(1);
  });

  test("moves from one reading of the hour that is there twice to the other", async ({ db }) => {
    const { ours, organiser } = await two(db);
    const times = (hour: number) => ({
      startsAt: new Date(Date.UTC(2019, 9, 27, hour, 30)),
      endsAt: new Date(Date.UTC(2019, 9, 27, hour, 50)),
    });
    const { id } = await aDraftSession(db, ours, times(0));
    const days = clashKey({ kind: "days" });
    const move = { id, roomId: null, knowing: [days] };
    expect(await placeSession(db, organiser, { ...move, version: 1, ...times(1) })).toMatchObject({
      ok: true,
      data: { version: 2 },
    });
    expect(await found(db, organiser, id)).toMatchObject(times(1));
    // A form that was overtaken learns which reading it is now.
    expect(await changeSession(db, organiser, id, input({}, 1, [days]))).toMatchObject({
      code: "changed-meanwhile",
      values: { startsAtWas: "2019-10-27T01:30:00.000Z", endsAtWas: "2019-10-27T01:50:00.000Z" },
    });
  });

  test("of two who save at once the second is told what the first changed, and saves over it knowingly", async ({
    db,
  }) => {
    const { ours, organiser } = await two(db);
    const other = await anOrganiser(db, ours, { givenName: "Ana", familyName: "Pop" });
    const room = await aRoom(db, ours);
    const { id } = await aDraftSession(db, ours, { title: "Before" });
    const first = await changeSession(db, other, id, input({ title: "Hers", roomId: room.id }, 1));
    expect(first).toMatchObject({ ok: true, data: { version: 2 } });
    const second = await changeSession(db, organiser, id, input({ title: "His" }, 1));
    expect(second).toMatchObject({
      code: "changed-meanwhile",
      values: {
        version: "2",
        theirs: ["title", "kind", "roomId"],
        "theirs.title": "Hers",
        "theirs.roomId": room.id,
        "theirs.by": "Ana Pop",
      },
    });
    expect((await found(db, organiser, id)).title).toBe("Hers");
    expect((await changeSession(db, organiser, id, input({ title: "His" }, 2))).ok).toBe(true);
    expect(await found(db, organiser, id)).toMatchObject({ title: "His", version: 3 });
  });

  test("truly at once: one of ten saves, and the others are told", async ({ db }) => {
    const { ours, organiser } = await two(db);
    const { id } = await aDraftSession(db, ours);
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        changeSession(db, organiser, id, input({ title: `Number ${index}` }, 1)),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : [result.code]))).toEqual(
      Array(9).fill("changed-meanwhile"),
    );
  });

  test("a save that changes nothing makes no form elsewhere old", async ({ db }) => {
    const { ours, organiser } = await two(db);
    const { id, title } = await aDraftSession(db, ours, { kind: "panel" });
    expect(await changeSession(db, organiser, id, input({ title }, 1))).toMatchObject({
      data: { version: 1 },
    });
  });
});

describe("clashes", () => {
  test("are not saved silently: neither by form nor by hand", async ({ db }) => {
    const { ours, organiser } = await two(db);
    const room = await aRoom(db, ours);
    const there = await aDraftSession(db, ours, { roomId: room.id });
    const added = await addSession(db, organiser, input({ roomId: room.id }));
    expect(added).toMatchObject({ code: "clashes", values: { clashes: [`room:${there.id}`] } });
    const mine = await aDraftSession(db, ours, { startsAt: at("12:00"), endsAt: at("13:00") });
    const move = {
      id: mine.id,
      version: 1,
      roomId: room.id,
      startsAt: at("10:30"),
      endsAt: at("11:30"),
      knowing: [] as string[],
    };
    expect(await placeSession(db, organiser, move)).toMatchObject({ code: "clashes" });
    expect((await found(db, organiser, mine.id)).roomId).toBeNull();
    const knowing = [`room:${there.id}`];
    expect(await placeSession(db, organiser, { ...move, knowing })).toMatchObject({ data: { version: 2 } });
    // What clashes already is not asked about again by who corrects a title.
    const { title: _, ...rest } = session;
    const corrected = input({ ...rest, roomId: room.id, startsAt: at("10:30"), endsAt: at("11:30") }, 2);
    expect((await changeSession(db, organiser, mine.id, corrected)).ok).toBe(true);
  });

  test("two sessions moved into one room at once: one of the two organisers is asked", async ({ db }) => {
    const { ours, organiser } = await two(db);
    const room = await aRoom(db, ours);
    const all = await Promise.all(Array.from({ length: 6 }, () => aDraftSession(db, ours)));
    const results = await Promise.all(
      all.map(({ id }) =>
        placeSession(db, organiser, {
          id,
          version: 1,
          roomId: room.id,
          startsAt: at("10:00"),
          endsAt: at("11:00"),
          knowing: [],
        }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === "clashes")).toHaveLength(5);
  });
});

describe("cancelled and removed", () => {
  const state = (
    name: "cancelled" | "reinstated" | "removed" | "restored",
    version: number,
    sure = false,
  ) => ({
    state: name,
    version,
    sure,
  });

  test("a cancelled session is in nobody's way, and asks before it comes back into someone's", async ({
    db,
  }) => {
    const { ours, organiser } = await two(db);
    const room = await aRoom(db, ours);
    const { id } = await aDraftSession(db, ours, { roomId: room.id });
    expect((await changeState(db, organiser, id, state("cancelled", 1))).ok).toBe(true);
    expect((await addSession(db, organiser, input({ roomId: room.id }))).ok).toBe(true);
    expect(await changeState(db, organiser, id, state("reinstated", 2))).toMatchObject({ code: "clashes" });
    expect((await changeState(db, organiser, id, state("reinstated", 2, true))).ok).toBe(true);
    expect(await found(db, organiser, id)).toMatchObject({ cancelled: false, version: 3 });
  });

  test("what was never released vanishes; what was stays for its stars, and can come back", async ({
    db,
  }) => {
    const { ours, organiser, stranger } = await two(db);
    const [fresh, known] = [await aDraftSession(db, ours), await aDraftSession(db, ours)];
    const person = await aPerson(db);
    await db.insert(stars).values({ conferenceId: ours.id, personId: person.id, sessionId: known.id });
    const released = { ...known, topicId: null, roomId: null, seats: null, cancelled: false };
    const content = {
      rooms: [],
      topics: [],
      speakers: [],
      sessions: [
        {
          ...released,
          startsAt: known.startsAt.toISOString(),
          endsAt: known.endsAt.toISOString(),
          speakers: [],
          moderators: [],
        },
      ],
    };
    await db
      .insert(releases)
      .values({ conferenceId: ours.id, number: 1, name: "First", content, publishedAt: at("08:00") });
    for (const { id } of [fresh, known])
      expect((await changeState(db, organiser, id, state("removed", 1))).ok).toBe(true);
    expect(await listSlots(db, ours.id)).toEqual([]);
    expect((await listRemoved(db, organiser)).map(({ id }) => id)).toEqual([known.id]);
    expect(await db.$count(sessions, eq(sessions.conferenceId, ours.id))).toBe(1);
    expect(await db.$count(stars, eq(stars.sessionId, known.id))).toBe(1);
    expect(await changeState(db, stranger, known.id, state("restored", 2))).toMatchObject({
      code: "not-found",
    });
    expect((await changeState(db, organiser, known.id, state("restored", 2))).ok).toBe(true);
    expect((await found(db, organiser, known.id)).version).toBe(3);
  });
});

describe("rooms, topics and speakers", () => {
  test("a room under sessions is not removed; it goes once they have another", async ({ db }) => {
    const { ours, theirs, organiser, stranger } = await two(db);
    const [room, small, foreign] = [
      await aRoom(db, ours),
      await aRoom(db, ours, { seats: 10 }),
      await aRoom(db, theirs),
    ];
    const one = await aDraftSession(db, ours, { roomId: room.id, seats: 60 });
    const none = { version: 1, to: null, sure: false };
    expect(await removeRoom(db, organiser, room.id, none)).toMatchObject({
      code: "room-in-use",
      params: { count: 1 },
    });
    expect(await removeRoom(db, stranger, room.id, none)).toMatchObject({ code: "not-found" });
    expect(
      await removeRoom(db, organiser, room.id, { version: 1, to: foreign.id, sure: true }),
    ).toMatchObject({
      code: "choice-gone",
    });
    expect(await removeRoom(db, organiser, room.id, { version: 1, to: small.id, sure: false })).toMatchObject(
      {
        code: "room-clashes",
      },
    );
    expect((await removeRoom(db, organiser, room.id, { version: 1, to: small.id, sure: true })).ok).toBe(
      true,
    );
    expect(await found(db, organiser, one.id)).toMatchObject({ roomId: small.id, version: 2 });
    expect((await listDraftRooms(db, organiser)).map(({ id, sessions: count }) => [id, count])).toEqual([
      [small.id, 1],
    ]);
  });

  test("a room with fewer seats than its sessions offer is said twice; a name stands once", async ({
    db,
  }) => {
    const { ours, organiser, stranger } = await two(db);
    const [room, other] = [await aRoom(db, ours), await aRoom(db, ours)];
    await aDraftSession(db, ours, { roomId: room.id, seats: 60 });
    const change = { version: 1, name: room.name, seats: 50, floor: null, sure: false };
    expect(await changeRoom(db, organiser, room.id, change)).toMatchObject({ code: "room-too-small" });
    expect(await changeRoom(db, stranger, room.id, { ...change, sure: true })).toMatchObject({
      code: "not-found",
    });
    expect((await changeRoom(db, organiser, room.id, { ...change, sure: true })).ok).toBe(true);
    expect(await changeRoom(db, organiser, room.id, { ...change, seats: 70 })).toMatchObject({
      code: "changed-meanwhile",
      values: { theirs: ["seats"], "theirs.seats": "50" },
    });
    const taken = await changeRoom(db, organiser, room.id, { ...change, version: 2, name: other.name });
    expect(taken).toMatchObject({ fields: { name: ["name-taken"] } });
  });

  test("rooms change places without making forms old", async ({ db }) => {
    const { ours, organiser, stranger } = await two(db);
    const [first, second] = [await aRoom(db, ours), await aRoom(db, ours)];
    expect(await moveRoom(db, stranger, second.id, "up")).toMatchObject({ code: "not-found" });
    expect((await moveRoom(db, organiser, second.id, "up")).ok).toBe(true);
    const order = await listDraftRooms(db, organiser);
    expect(order.map(({ id, version }) => [id, version])).toEqual([
      [second.id, 1],
      [first.id, 1],
    ]);
  });

  test("a removed topic leaves its sessions; a language that was emptied is a change", async ({ db }) => {
    const { ours, organiser, stranger } = await two(db);
    const topic = await aTopic(db, ours, { name: { en: "Skills", fr: "Compétences" } });
    const one = await aDraftSession(db, ours, { topicId: topic.id });
    const change = { version: 1, topic: { name: { en: "Skills" }, colour: 1 } };
    expect((await changeTopic(db, organiser, topic.id, change)).ok).toBe(true);
    expect(await changeTopic(db, organiser, topic.id, change)).toMatchObject({ code: "changed-meanwhile" });
    expect(await removeTopic(db, stranger, topic.id, 2)).toMatchObject({ code: "not-found" });
    expect((await removeTopic(db, organiser, topic.id, 2)).ok).toBe(true);
    expect(await found(db, organiser, one.id)).toMatchObject({ topicId: null, version: 2 });
  });

  test("a removed speaker leaves every session, and forms open on them are told", async ({ db }) => {
    const { ours, organiser, stranger } = await two(db);
    const speaker = await aSpeaker(db, ours);
    const one = await aDraftSession(db, ours);
    await db.insert(sessionSpeakers).values({ sessionId: one.id, speakerId: speaker.id, part: "speaker" });
    expect(await removeSpeaker(db, stranger, speaker.id, 1)).toMatchObject({ code: "not-found" });
    expect((await removeSpeaker(db, organiser, speaker.id, 1)).ok).toBe(true);
    expect(await found(db, organiser, one.id)).toMatchObject({ speakers: [], version: 2 });
    expect(await db.$count(speakers, and(eq(speakers.id, speaker.id)))).toBe(0);
    expect(await db.$count(rooms, eq(rooms.conferenceId, ours.id))).toBe(0);
  });

  test("what someone changed meanwhile is not removed unread, and goes when asked for again", async ({
    db,
  }) => {
    const { ours, organiser } = await two(db);
    const [room, topic, speaker] = [await aRoom(db, ours), await aTopic(db, ours), await aSpeaker(db, ours)];
    const one = await aDraftSession(db, ours, { topicId: topic.id });
    await db.insert(sessionSpeakers).values({ sessionId: one.id, speakerId: speaker.id, part: "speaker" });
    const written = { name: speaker.name, affiliation: null, about: { en: "A text written meanwhile." } };
    await changeSpeaker(db, organiser, speaker.id, {
      version: 1,
      speaker: written,
      withoutPhoto: false,
      picture: null,
    });
    await changeTopic(db, organiser, topic.id, { version: 1, topic: { name: { en: "New" }, colour: 2 } });
    await changeRoom(db, organiser, room.id, {
      version: 1,
      name: "New",
      seats: null,
      floor: null,
      sure: true,
    });
    const removals = {
      room: (version: number) => removeRoom(db, organiser, room.id, { version, to: null, sure: true }),
      topic: (version: number) => removeTopic(db, organiser, topic.id, version),
      speaker: (version: number) => removeSpeaker(db, organiser, speaker.id, version),
    };
    for (const remove of Object.values(removals))
      expect(await remove(1)).toMatchObject({
        ok: false,
        code: "changed-meanwhile",
        values: { version: "2" },
      });
    expect(await found(db, organiser, one.id)).toMatchObject({
      topicId: topic.id,
      speakers: [speaker.id],
      version: 1,
    });
    for (const remove of Object.values(removals)) expect((await remove(2)).ok).toBe(true);
  });
});
