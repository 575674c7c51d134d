import { and, eq } from "drizzle-orm";
import sharp from "sharp";
import { auditEntries, photos, photoUploads, releases, speakers } from "@/db/schema";
import { dropUpload, keepUpload } from "@/lib/photo-uploads/mutations";
import { findUpload } from "@/lib/photo-uploads/queries";
import { erasePhoto, makePicture } from "@/lib/photos/mutations";
import { findPhoto, listKeptPhotos } from "@/lib/photos/queries";
import { PHOTO_LIMIT, PHOTO_SIZE } from "@/lib/photos/rules";
import { listSpeakers } from "@/lib/programme/queries";
import { addSpeaker, changeSpeaker, removeSpeaker } from "@/lib/speakers/mutations";
import { aConference, anOrganiser, anOwner, aRelease } from "@/tests/factories";
import { describe, expect, test } from "./test";

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#3366aa" } });
const file = (bytes: Uint8Array | string, type = "image/png") =>
  new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], "photo.png", { type });

describe("an uploaded picture", () => {
  test("is made smaller, turned upright and written anew, without what the camera said", async () => {
    const jpeg = await blank(2000, 1000)
      .withExif({ IFD0: { Copyright: "A secret place" }, IFD3: { GPSLatitude: "44/1 26/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const made = await makePicture(file(jpeg, "image/jpeg"));
    if (!made.ok) throw new Error(made.code);
    expect(made.data).toMatchObject({ mediaType: "image/webp", width: PHOTO_SIZE / 2, height: PHOTO_SIZE });
    const read = await sharp(made.data.bytes).metadata();
    expect(read).toMatchObject({ format: "webp", width: PHOTO_SIZE / 2, height: PHOTO_SIZE });
    expect([read.exif, read.xmp, read.iptc, read.icc, read.orientation]).toEqual(Array(5).fill(undefined));
    expect(made.data.bytes.includes("A secret place")).toBe(false);
  });

  test("a small one stays as large as it is; PNG and WebP are read too", async () => {
    for (const bytes of [await blank(80, 60).png().toBuffer(), await blank(80, 60).webp().toBuffer()])
      expect(await makePicture(file(bytes))).toMatchObject({ ok: true, data: { width: 80, height: 60 } });
  });

  test("that carries a script behind its picture loses it", async () => {
    const png = await blank(40, 40).png().toBuffer();
    const made = await makePicture(file(Buffer.concat([png, Buffer.from("<script>alert(1)</script>")])));
    expect(made.ok && made.data.bytes.includes("script")).toBe(false);
  });

  test("is refused with a reason when it is none", async () => {
    const whole = await blank(400, 400).png().toBuffer();
    const none = { ok: false, code: "photo-none" };
    expect(await makePicture(file("Not a picture at all, only called one."))).toMatchObject(none);
    const svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    expect(await makePicture(file(svg, "image/svg+xml"))).toMatchObject(none);
    expect(await makePicture(file(whole.subarray(0, 60)))).toMatchObject(none);
    expect(await makePicture(file(new Uint8Array(0)))).toMatchObject(none);
  });

  test("is refused when it is too large a file, or unpacks into too many pixels", async () => {
    expect(await makePicture(file(new Uint8Array(PHOTO_LIMIT + 1)))).toMatchObject({ code: "photo-large" });
    const bomb = await blank(8_000, 8_000).toColourspace("b-w").png({ compressionLevel: 1 }).toBuffer();
    expect(bomb.length).toBeLessThan(PHOTO_LIMIT);
    expect(await makePicture(file(bomb))).toMatchObject({ code: "photo-pixels" });
  });
});

describe("a speaker's photo", () => {
  const speaker = { name: "Ana Pop", affiliation: null, about: {} };
  const picture = { bytes: Buffer.from("webp"), mediaType: "image/webp", width: 10, height: 10 };
  const input = (version: number, more: object = {}) => ({
    version,
    speaker,
    picture: null,
    withoutPhoto: false,
    ...more,
  });

  test("is kept, replaced and taken away; what nothing shows is deleted, what a release shows stays", async ({
    db,
  }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const made = await addSpeaker(db, organiser, input(0, { picture }));
    if (!made.ok) throw new Error(made.code);
    const id = made.data;
    const photoOf = async () =>
      (await db.select({ photoId: speakers.photoId }).from(speakers).where(eq(speakers.id, id)))[0]
        ?.photoId ?? "";
    const first = await photoOf();
    expect(await findPhoto(db, first)).toMatchObject({ mediaType: "image/webp" });
    expect((await changeSpeaker(db, organiser, id, input(1))).ok).toBe(true);
    expect(await photoOf()).toBe(first);

    expect((await changeSpeaker(db, organiser, id, input(1, { picture }))).ok).toBe(true);
    const second = await photoOf();
    expect(await findPhoto(db, first)).toBeUndefined();

    const shown = { id, slug: "ana-pop", ...speaker, photoId: second, position: 0 };
    await db.insert(releases).values({
      conferenceId: conference.id,
      number: 1,
      name: "First",
      content: { rooms: [], topics: [], sessions: [], speakers: [shown] },
      publishedAt: new Date(),
    });
    expect((await changeSpeaker(db, organiser, id, input(2, { withoutPhoto: true }))).ok).toBe(true);
    expect(await photoOf()).toBe("");
    expect(await findPhoto(db, second)).toBeDefined();
    expect(await db.$count(photos, eq(photos.conferenceId, conference.id))).toBe(1);
  });

  test("is erased from the draft and from every release when who is on it asks for that", async ({ db }) => {
    const [conference, other] = [await aConference(db), await aConference(db)];
    const organiser = await anOrganiser(db, conference);
    const stranger = await anOrganiser(db, other);
    const owner = await anOwner(db);
    const made = await addSpeaker(db, organiser, input(0, { picture }));
    if (!made.ok) throw new Error(made.code);
    await addSpeaker(db, organiser, {
      ...input(0, { picture }),
      speaker: { ...speaker, name: "Dan Pop" },
    });
    await aRelease(db, conference);
    await aRelease(db, conference, "Once more");
    expect((await removeSpeaker(db, organiser, made.data, 1)).ok).toBe(true);
    const [ana, dan] = await listKeptPhotos(db, organiser);
    if (!ana || !dan) throw new Error("two photos were kept");
    expect([ana, dan]).toMatchObject([
      { names: ["Ana Pop"], draft: false, releases: 2 },
      { names: ["Dan Pop"], draft: true, releases: 2 },
    ]);
    const served = async (id: string) => (await findPhoto(db, id)) !== undefined;
    expect(await erasePhoto(db, owner, stranger, ana.id)).toMatchObject({ code: "photo-gone" });
    expect([await served(ana.id), await served(dan.id)]).toEqual([true, true]);

    for (const { id } of [ana, dan]) expect((await erasePhoto(db, owner, organiser, id)).ok).toBe(true);
    expect([await served(ana.id), await served(dan.id)]).toEqual([false, false]);
    expect(await erasePhoto(db, owner, organiser, ana.id)).toMatchObject({ code: "photo-gone" });
    // The release still names the picture; no page shows it any more.
    const shown = await listSpeakers(db, conference, "en");
    expect(shown.map(({ name, photoId }) => [name, photoId])).toEqual([
      ["Ana Pop", null],
      ["Dan Pop", null],
    ]);
    const [left] = await db
      .select({ photoId: speakers.photoId, version: speakers.version })
      .from(speakers)
      .where(eq(speakers.conferenceId, conference.id));
    expect(left).toEqual({ photoId: null, version: 2 });
    const entries = await db
      .select({ subjectId: auditEntries.subjectId, actor: auditEntries.actorNumber })
      .from(auditEntries)
      .where(and(eq(auditEntries.conferenceId, conference.id), eq(auditEntries.action, "photo.erased")));
    expect(entries).toEqual([ana, dan].map(({ id }) => ({ subjectId: id, actor: organiser.number })));
  });

  test("of another conference cannot be changed", async ({ db }) => {
    const [ours, theirs] = [await aConference(db), await aConference(db)];
    const made = await addSpeaker(db, await anOrganiser(db, ours), input(0, { picture }));
    if (!made.ok) throw new Error(made.code);
    const stranger = await anOrganiser(db, theirs);
    expect(await changeSpeaker(db, stranger, made.data, input(1, { withoutPhoto: true }))).toMatchObject({
      code: "not-found",
    });
    expect(await db.$count(photos, eq(photos.conferenceId, theirs.id))).toBe(0);
  });
});

describe("a picture whose form was refused", () => {
  test("waits a day for the organiser who uploaded it, at that conference, and for nobody else", async ({
    db,
  }) => {
    const [conference, another] = [await aConference(db), await aConference(db)];
    const organiser = await anOrganiser(db, conference);
    const made = await makePicture(file(await blank(80, 60).png().toBuffer()));
    if (!made.ok) throw new Error(made.code);
    const id = await keepUpload(db, organiser, made.data);
    expect(await findUpload(db, organiser, id)).toEqual(made.data);
    const colleague = await anOrganiser(db, conference);
    expect(await findUpload(db, colleague, id)).toBeUndefined();
    expect(await findUpload(db, { ...organiser, conference: another }, id)).toBeUndefined();
    expect(await findUpload(db, organiser, "no-id")).toBeUndefined();
    expect(await findPhoto(db, id)).toBeUndefined();
    await dropUpload(db, colleague, id);
    expect(await findUpload(db, organiser, id)).toEqual(made.data);
    const row = eq(photoUploads.id, id);
    await db
      .update(photoUploads)
      .set({ createdAt: new Date(Date.now() - 25 * 3_600_000) })
      .where(row);
    expect(await findUpload(db, organiser, id)).toBeUndefined();
    await dropUpload(db, organiser, id);
    expect(await db.$count(photoUploads, row)).toBe(0);
  });
});
