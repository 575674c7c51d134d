import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { rooms, sessions } from "@/db/schema";
import type { Organiser } from "@/lib/auth/actors";
import { clashesOf } from "@/lib/clashes/rules";
import { lockDraft, recordChange } from "@/lib/drafts/mutations";
import { overtaken } from "@/lib/drafts/queries";
import { differing, removalOvertaken } from "@/lib/drafts/rules";
import { fail, ok, type Result } from "@/lib/result";
import { rowMover } from "@/lib/row-mutations";
import { listSlots, programmeFrame } from "@/lib/sessions/queries";
import type { RoomInput, RoomRemoval } from "./input";

type Input = z.infer<typeof RoomInput>;

const ours = ({ conference }: Organiser, id: string) =>
  and(eq(rooms.id, id), eq(rooms.conferenceId, conference.id));

const find = async (tx: Transaction, actor: Organiser, id: string) =>
  (
    await tx
      .select({ name: rooms.name, seats: rooms.seats, floor: rooms.floor, version: rooms.version })
      .from(rooms)
      .where(ours(actor, id))
  )[0];

async function nameTaken(tx: Transaction, { conference }: Organiser, name: string, except?: string) {
  const others = and(
    eq(rooms.conferenceId, conference.id),
    eq(rooms.name, name),
    except ? ne(rooms.id, except) : undefined,
  );
  return (await tx.$count(rooms, others)) > 0;
}

const taken = () => fail("invalid", { fields: { name: ["name-taken"] } });

export function addRoom(
  db: Database,
  actor: Organiser,
  { name, seats, floor }: Input,
): Promise<Result<string>> {
  return db.transaction(async (tx) => {
    await lockDraft(tx, actor.conference.id);
    if (await nameTaken(tx, actor, name)) return taken();
    const [made] = await tx
      .insert(rooms)
      .values({
        conferenceId: actor.conference.id,
        name,
        seats,
        floor,
        position: sql`(select coalesce(max(position), -1) + 1 from ${rooms}
          where ${rooms.conferenceId} = ${actor.conference.id})`,
      })
      .returning({ id: rooms.id });
    if (!made) throw new Error("The room was not written");
    await recordChange(tx, actor, "room", "added", made.id, { version: 1 });
    return ok(made.id);
  });
}

/** Fewer seats than a session in it offers must be said twice. */
export function changeRoom(
  db: Database,
  actor: Organiser,
  id: string,
  { version, sure, ...room }: Input,
): Promise<Result> {
  return db.transaction(async (tx) => {
    await lockDraft(tx, actor.conference.id);
    const before = await find(tx, actor, id);
    if (!before) return fail("not-found");
    if (before.version !== version) {
      const { name, seats, floor } = before;
      return overtaken(
        tx,
        actor,
        { noun: "room", id, since: version },
        { version: before.version, values: { name, seats: String(seats ?? ""), floor: floor ?? "" } },
      );
    }
    if (await nameTaken(tx, actor, room.name, id)) return taken();
    const fields = differing({ ...before, version: undefined }, room);
    if (fields.length === 0) return ok(undefined);
    const { seats } = room;
    if (seats !== null && fields.includes("seats") && !sure) {
      const slots = await listSlots(tx, actor.conference.id);
      const over = slots.filter((slot) => slot.roomId === id && (slot.seats ?? 0) > seats).length;
      if (over > 0) return fail("room-too-small", { params: { count: over } });
    }
    await tx
      .update(rooms)
      .set({ ...room, version: version + 1 })
      .where(and(ours(actor, id), eq(rooms.version, version)));
    await recordChange(tx, actor, "room", "changed", id, { version: version + 1, fields });
    return ok(undefined);
  });
}

/** A room in which something is planned goes only when its sessions have another one. */
export function removeRoom(
  db: Database,
  actor: Organiser,
  id: string,
  { version, to, sure }: z.infer<typeof RoomRemoval>,
): Promise<Result> {
  return db.transaction(async (tx) => {
    const { conference } = actor;
    await lockDraft(tx, conference.id);
    const before = await find(tx, actor, id);
    if (!before) return fail("not-found");
    if (before.version !== version) return removalOvertaken(before.version);
    const slots = await listSlots(tx, conference.id);
    const inside = slots.filter(({ roomId }) => roomId === id);
    if (inside.length > 0 && !to) return fail("room-in-use", { params: { count: inside.length } });
    if (to && (to === id || !(await find(tx, actor, to)))) return fail("choice-gone");
    if (inside.length > 0 && to) {
      const frame = await programmeFrame(tx, conference);
      const after = slots.map((slot) => (slot.roomId === id ? { ...slot, roomId: to } : slot));
      const clashes = after.flatMap((slot) =>
        inside.some((one) => one.id === slot.id)
          ? clashesOf(slot, after, frame).filter(({ kind }) => kind === "room" || kind === "seats")
          : [],
      );
      if (clashes.length > 0 && !sure) return fail("room-clashes", { params: { count: clashes.length } });
      const moved = await tx
        .update(sessions)
        .set({ roomId: to, version: sql`${sessions.version} + 1` })
        .where(
          and(eq(sessions.conferenceId, conference.id), eq(sessions.roomId, id), isNull(sessions.removedAt)),
        )
        .returning({ id: sessions.id, version: sessions.version });
      for (const session of moved)
        await recordChange(tx, actor, "session", "moved", session.id, {
          version: session.version,
          fields: ["roomId"],
        });
    }
    await tx.delete(rooms).where(ours(actor, id));
    await recordChange(tx, actor, "room", "removed", id, { sessions: inside.length });
    return ok(undefined);
  });
}

export const moveRoom = rowMover("rooms", "room", "arranged");
