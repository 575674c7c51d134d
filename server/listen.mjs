import postgres from "postgres";
import { log } from "./log.mjs";

const HEARTBEAT = 15_000;
const PATIENCE = 5000;

/**
 * Listens to a channel of Postgres for the life of the process, over a session of its own that comes back
 * after every outage. The driver's own `listen` gives up when the database stays away.
 * @param {string} url
 * @param {string} channel an identifier
 * @param {(payload: string) => void} heard
 * @param {() => void} connected at the first and at every later connection: what was signalled before, nobody heard
 * @returns {() => Promise<void>} ends it
 */
export function listen(url, channel, heard, connected) {
  let ended = false;
  /** @type {import("postgres").Sql | undefined} */
  let sql;

  const follow = async () => {
    for (let failures = 0; !ended; failures++) {
      try {
        const session = open();
        sql = session.sql;
        await within(PATIENCE, sql`listen ${sql(channel)}`);
        failures = 0;
        connected();
        while (!session.isClosed() && !ended) {
          await Promise.race([session.closed, pause(HEARTBEAT)]);
          // A connection that a network swallowed says nothing; this finds out.
          if (!session.isClosed() && !ended) await within(PATIENCE, sql`select 1`);
        }
      } catch (error) {
        if (failures === 0 && !ended) log.warn({ err: error, channel }, "a listener waits for the database");
      }
      await sql?.end({ timeout: 0 }).catch(() => {});
      if (!ended) await pause(Math.min(2000, 100 * 2 ** failures));
    }
  };

  const open = () => {
    let isClosed = false;
    /** @type {() => void} */
    let close = () => {};
    const closed = new Promise((resolve) => {
      close = () => {
        isClosed = true;
        resolve(undefined);
      };
    });
    /** @type {import("postgres").Options<{}> & { onnotify: (channel: string, payload: string) => void }} */
    const options = {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 5,
      fetch_types: false,
      onnotice: () => {},
      onnotify: (_, payload) => heard(payload),
      onclose: close,
      connection: { application_name: `openfloor listens: ${channel}` },
    };
    return { sql: postgres(url, options), closed, isClosed: () => isClosed };
  };

  void follow();
  return async () => {
    ended = true;
    await sql?.end({ timeout: 0 }).catch(() => {});
  };
}

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref());

/**
 * @template T
 * @param {number} milliseconds
 * @param {PromiseLike<T>} work
 * @returns {Promise<T>}
 */
function within(milliseconds, work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  return /** @type {Promise<T>} */ (Promise.race([work, late])).finally(() => clearTimeout(timer));
}
