import { eq } from "drizzle-orm";
import { beforeEach } from "vitest";
import type { Database } from "@/db/client";
import { auditEntries, outbox } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import { listAuditActions, searchAudit } from "@/lib/audit/queries";
import { readAuditSearch } from "@/lib/audit/rules";
import { retryPortalMail } from "@/lib/outbox/mutations";
import { listStuckMails } from "@/lib/outbox/queries";
import { canGoAgain } from "@/lib/outbox/rules";
import { addOwner } from "@/lib/roles/mutations";
import { aConference, anOrganiser, anOwner } from "@/tests/factories";
import { describe, expect, test } from "./test";

const NOW = new Date();
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

describe("the portal's own mails", () => {
  beforeEach<{ db: Database }>(async ({ db }) => {
    await db.delete(outbox);
  });

  type Mail = Partial<typeof outbox.$inferInsert> & { recipient: string };
  async function written(db: Database, ...mails: Mail[]) {
    const base = {
      kind: "sign-in",
      locale: "en",
      subject: "CODE-1234",
      text: "CODE-1234",
      html: "CODE-1234",
    };
    return db
      .insert(outbox)
      .values(mails.map((mail) => ({ ...base, ...mail })))
      .returning({ id: outbox.id, recipient: outbox.recipient });
  }

  test("that failed, expired or wait for long are shown to the owner, and never what stands in them", async ({
    db,
  }) => {
    const conference = await aConference(db);
    await written(
      db,
      { recipient: "failed@", state: "failed", error: "422 no such address", createdAt: minutesAgo(1) },
      { recipient: "expired@", state: "expired", createdAt: minutesAgo(30) },
      { recipient: "waiting@", state: "queued", createdAt: minutesAgo(11) },
      { recipient: "on the way@", state: "sending", createdAt: minutesAgo(12) },
      { recipient: "fresh@", state: "queued", createdAt: minutesAgo(9) },
      { recipient: "sent@", state: "sent", createdAt: minutesAgo(20) },
      { recipient: "kept@", state: "kept", createdAt: minutesAgo(20) },
      { recipient: "conference's@", state: "failed", conferenceId: conference.id, createdAt: minutesAgo(1) },
    );
    const stuck = await listStuckMails(db, await anOwner(db), NOW);
    expect(stuck.map(({ recipient }) => recipient)).toEqual([
      "failed@",
      "waiting@",
      "on the way@",
      "expired@",
    ]);
    expect(stuck[0]).toMatchObject({ state: "failed", error: "422 no such address" });
    expect(JSON.stringify(stuck)).not.toContain("CODE-1234");
  });

  test("go again once when they failed, one to sign in only while its code is good", async ({ db }) => {
    const owner = await anOwner(db);
    const conference = await aConference(db);
    const mails = await written(
      db,
      { recipient: "good", state: "failed", createdAt: minutesAgo(9) },
      { recipient: "dead", state: "failed", createdAt: minutesAgo(11) },
      { recipient: "role", state: "failed", kind: "role-given", createdAt: minutesAgo(9000) },
      { recipient: "waiting", state: "queued", createdAt: minutesAgo(11) },
      { recipient: "foreign", state: "failed", kind: "x", conferenceId: conference.id },
    );
    const went: string[] = [];
    for (const { id, recipient } of mails)
      if ((await retryPortalMail(db, owner, id, NOW)).ok) went.push(recipient);
    expect(went).toEqual(["good", "role"]);
    for (const { id } of mails)
      expect(await retryPortalMail(db, owner, id, NOW)).toMatchObject({ code: "nothing-failed" });
    expect(await retryPortalMail(db, owner, "nonsense", NOW)).toMatchObject({ code: "not-found" });
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.action, "mail.retried"));
    expect(entries.map(({ conferenceId, actorNumber }) => [conferenceId, actorNumber])).toEqual([
      [null, owner.number],
      [null, owner.number],
    ]);
    // The button stands where the mutation lets through.
    const state = "failed" as const;
    expect(canGoAgain({ kind: "sign-in", state, createdAt: minutesAgo(9) }, NOW)).toBe(true);
    expect(canGoAgain({ kind: "sign-in", state, createdAt: minutesAgo(11) }, NOW)).toBe(false);
    expect(canGoAgain({ kind: "role-given", state, createdAt: minutesAgo(9000) }, NOW)).toBe(true);
    expect(canGoAgain({ kind: "role-given", state: "queued", createdAt: minutesAgo(9) }, NOW)).toBe(false);
  });
});

test("the owner's log holds what belongs to no conference, with the same search; an organiser's never does", async ({
  db,
}) => {
  const owner = await anOwner(db);
  const conference = await aConference(db);
  const organiser = await anOrganiser(db, conference);
  await addOwner(db, owner, { email: "second.owner@example.com" }, "en");
  await recordAudit(db, { actor: owner, conferenceId: conference.id, action: "clock.moved", subject: "x" });
  await recordAudit(db, {
    actor: null,
    conferenceId: null,
    action: "person.expired",
    subject: "person",
    subjectId: "999999",
  });
  const found = async (params: Record<string, string>, reader: typeof owner | typeof organiser = owner) =>
    (await searchAudit(db, reader, readAuditSearch(params))).entries.map(({ action, subjectName }) => [
      action,
      subjectName,
    ]);
  const added = ["owner.added", "second.owner@example.com"];
  expect(await found({ action: "owner" })).toEqual([added]);
  expect(await found({ person: "second.owner@example.com" })).toEqual([added]);
  expect(await found({ person: owner.email, action: "owner.added" })).toEqual([added]);
  expect(await found({ q: "expired" })).toEqual([["person.expired", null]]);
  expect(await found({ to: "2019-01-01" })).toEqual([]);
  expect(await found({ q: "clock" })).toEqual([]);
  expect(await found({ person: organiser.email })).toEqual([]);
  expect(await found({}, organiser)).toEqual([["clock.moved", null]]);
  expect(await listAuditActions(db, owner)).toEqual(
    expect.arrayContaining(["owner.added", "person.expired"]),
  );
  expect(await listAuditActions(db, owner)).not.toContain("clock.moved");
  expect(await listAuditActions(db, organiser)).toEqual(["clock.moved"]);
});
