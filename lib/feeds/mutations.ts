import { and, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { feeds } from "@/db/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Guest } from "@/lib/auth/actors";
import { randomToken, tokenHash } from "@/lib/auth/hash";
import { seal } from "@/lib/auth/seal";
import { fail, ok, type Result } from "@/lib/result";

const newKey = () => {
  const key = randomToken();
  return { keyHash: tokenHash(key), sealedKey: seal("feed", key) };
};

const own = ({ conference, personId }: Guest) =>
  and(eq(feeds.conferenceId, conference.id), eq(feeds.personId, personId));

const audit = (tx: Transaction, guest: Guest, action: "feed.made" | "feed.renewed" | "feed.revoked") =>
  recordAudit(tx, {
    actor: guest,
    conferenceId: guest.conference.id,
    action,
    subject: "person",
    subjectId: String(guest.number),
  });

/** Makes the person's feed; who has one keeps it. */
export async function makeFeed(db: Database, guest: Guest, locale: string): Promise<Result> {
  return db.transaction(async (tx) => {
    const made = await tx
      .insert(feeds)
      .values({ conferenceId: guest.conference.id, personId: guest.personId, locale, ...newKey() })
      .onConflictDoNothing()
      .returning({ personId: feeds.personId });
    if (made.length > 0) await audit(tx, guest, "feed.made");
    return ok(undefined);
  });
}

/** A new address; the one before is good for nothing from now on. Fails with "not-found". */
export async function renewFeed(db: Database, guest: Guest, locale: string): Promise<Result> {
  return db.transaction(async (tx) => {
    const renewed = await tx
      .update(feeds)
      .set({ ...newKey(), locale, createdAt: new Date() })
      .where(own(guest))
      .returning({ personId: feeds.personId });
    if (renewed.length === 0) return fail("not-found");
    await audit(tx, guest, "feed.renewed");
    return ok(undefined);
  });
}

/** Ends the feed at once. Harmless twice. */
export async function revokeFeed(db: Database, guest: Guest): Promise<Result> {
  return db.transaction(async (tx) => {
    const ended = await tx.delete(feeds).where(own(guest)).returning({ personId: feeds.personId });
    if (ended.length > 0) await audit(tx, guest, "feed.revoked");
    return ok(undefined);
  });
}
