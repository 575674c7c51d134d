import { eq } from "drizzle-orm";
import { auditEntries, news } from "@/db/schema";
import { addNews, changeNews, removeNews } from "@/lib/news/mutations";
import { findNews, listAllNews, listNews } from "@/lib/news/queries";
import { restorePageVersion, savePageVersion } from "@/lib/pages/mutations";
import { findPage, listPageVersions } from "@/lib/pages/queries";
import { aConference, anOrganiser } from "@/tests/factories";
import { describe, expect, test } from "./test";

const practical = { slug: "practical", locale: "en" } as const;

describe("the text of a page", () => {
  test("has a version for each save, and an earlier one can be restored as a new one", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    const save = (base: number, body: string) =>
      savePageVersion(db, organiser, practical, { base, title: "Practical", body });
    expect(await save(0, "One")).toMatchObject({ ok: true, data: { version: 1 } });
    expect(await save(1, "Two")).toMatchObject({ ok: true, data: { version: 2 } });
    // Nothing new is no new version.
    expect(await save(2, "Two")).toMatchObject({ ok: true, data: { version: 2 } });
    expect(await restorePageVersion(db, organiser, practical, 1)).toMatchObject({ data: { version: 3 } });
    expect((await findPage(db, conference, "practical", "en"))?.body).toBe("One");
    const versions = await listPageVersions(db, organiser, "practical", "en");
    expect(versions.map(({ version, body, author }) => [version, body, author])).toEqual([
      [3, "One", organiser.email],
      [2, "Two", organiser.email],
      [1, "One", organiser.email],
    ]);
    const log = await db.select().from(auditEntries).where(eq(auditEntries.conferenceId, conference.id));
    expect(log.map(({ action }) => action)).toEqual(["page.changed", "page.changed", "page.changed"]);
  });

  test("written by two at once keeps one and tells the other", async ({ db }) => {
    const conference = await aConference(db);
    const [one, two] = [await anOrganiser(db, conference), await anOrganiser(db, conference)];
    const results = await Promise.all(
      [one, two].map((organiser, index) =>
        savePageVersion(db, organiser, practical, { base: 0, title: "P", body: `Text ${index}` }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = results.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ code: "changed-meanwhile", values: { base: "1" } });
    expect(await listPageVersions(db, one, "practical", "en")).toHaveLength(1);
  });

  test("belongs to one conference", async ({ db }) => {
    const [ours, theirs] = [await aConference(db), await aConference(db)];
    const organiser = await anOrganiser(db, ours);
    const other = await anOrganiser(db, theirs);
    await savePageVersion(db, other, practical, { base: 0, title: "Theirs", body: "Theirs" });
    expect(await restorePageVersion(db, organiser, practical, 1)).toMatchObject({ code: "not-found" });
    await savePageVersion(db, organiser, practical, { base: 0, title: "Ours", body: "Ours" });
    expect((await findPage(db, theirs, "practical", "en"))?.body).toBe("Theirs");
  });
});

describe("news", () => {
  const item = (en: string, publishedAt: Date | null = null) => ({
    version: null as Date | null,
    now: false,
    news: { title: { en }, body: { en: "Text" }, publishedAt },
  });

  test("appears at its moment of the conference's clock", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    await addNews(db, organiser, item("Draft"));
    await addNews(db, organiser, item("Later", new Date("2019-03-20T08:00:00.001Z")));
    await addNews(db, organiser, item("At this moment", new Date("2019-03-20T08:00:00Z")));
    await addNews(db, organiser, { ...item("At once"), now: true });
    const shown = await listNews(db, conference, "en");
    expect(shown.map(({ title }) => title).sort()).toEqual(["At once", "At this moment"]);
    expect(await findNews(db, conference, "draft", "en")).toBeUndefined();
  });

  test("of one title gets addresses of their own, which stay", async ({ db }) => {
    const conference = await aConference(db);
    const organiser = await anOrganiser(db, conference);
    for (let time = 0; time < 3; time += 1) await addNews(db, organiser, item("Știri!"));
    const listed = await listAllNews(db, organiser);
    expect(listed.map(({ slug }) => slug).sort()).toEqual(["stiri", "stiri-2", "stiri-3"]);
    const [first] = listed;
    if (!first) throw new Error("No news is listed");
    await changeNews(db, organiser, first.id, { ...item("Other"), version: first.updatedAt });
    const [changed] = await db.select().from(news).where(eq(news.id, first.id));
    expect(changed).toMatchObject({ slug: first.slug, title: { en: "Other" } });
    const stale = await changeNews(db, organiser, first.id, { ...item("Again"), version: first.updatedAt });
    expect(stale).toMatchObject({ code: "changed-meanwhile" });
  });

  test("of another conference is not found", async ({ db }) => {
    const [ours, theirs] = [await aConference(db), await aConference(db)];
    const organiser = await anOrganiser(db, ours);
    const made = await addNews(db, await anOrganiser(db, theirs), item("Theirs"));
    if (!made.ok) throw new Error("The news was not written");
    const [row] = await db.select().from(news).where(eq(news.id, made.data.id));
    const change = { ...item("Ours now"), version: row?.updatedAt ?? null };
    expect(await changeNews(db, organiser, made.data.id, change)).toMatchObject({ code: "not-found" });
    expect(await removeNews(db, organiser, made.data.id)).toMatchObject({ code: "not-found" });
    expect(await db.select().from(news).where(eq(news.id, made.data.id))).toEqual([row]);
  });
});
