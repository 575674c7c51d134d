import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { listen } from "./listen.mjs";

const CHANNEL = "openfloor_cache";
// Postgres refuses more than 8000 bytes in one signal.
const LONGEST = 7000;
const self = randomBytes(6).toString("hex");

/** @typedef {{ tags: string[], expire?: number }} Signal */
/** @type {(tags: string[], expire?: number) => void} */
let heard = () => {};
let gap = () => {};

/** @param {(tags: string[], expire?: number) => void} listener told what other processes declared outdated */
export const onForeignTags = (listener) => {
  heard = listener;
};

/** @param {() => void} listener told after a time in which signals may have been missed */
export const onGap = (listener) => {
  gap = listener;
};

/** @type {Signal[]} */
const waiting = [];
let sending = false;

/**
 * Tells the other processes. Kept and repeated while the database is away.
 * @param {string[]} tags
 * @param {number} [expire]
 */
export function announce(tags, expire) {
  if (!sql) return;
  let part = /** @type {string[]} */ ([]);
  for (const tag of tags) {
    if (Buffer.byteLength(JSON.stringify([...part, tag])) > LONGEST) {
      waiting.push({ tags: part, expire });
      part = [];
    }
    part.push(tag);
  }
  if (part.length > 0) waiting.push({ tags: part, expire });
  void send();
}

async function send() {
  if (sending || !sql) return;
  sending = true;
  for (let next = waiting[0]; next; next = waiting[0]) {
    try {
      await sql.notify(CHANNEL, JSON.stringify([self, next.expire ?? null, ...next.tags]));
      waiting.shift();
    } catch {
      // Others that lost the database too will empty their cache; those that did not still need this.
      await new Promise((resolve) => setTimeout(resolve, 500).unref());
    }
  }
  sending = false;
}

// While building there is no database, and nobody to tell.
const url = process.env.NEXT_PHASE === "phase-production-build" ? undefined : process.env.DATABASE_URL;
const sql = url
  ? postgres(url, {
      max: 1,
      idle_timeout: 60,
      connect_timeout: 5,
      onnotice: () => {},
      connection: { application_name: "openfloor cache" },
    })
  : undefined;

if (url)
  listen(
    url,
    CHANNEL,
    (payload) => {
      const [from, expire, ...tags] = JSON.parse(payload);
      if (from !== self) heard(tags, expire ?? undefined);
    },
    () => gap(),
  );
