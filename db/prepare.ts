import type { Asks } from "./silence";

/**
 * Drizzle has the server parse and plan each query anew, in a round trip of its own. With this the driver
 * prepares every query that has parameters, once per connection; also inside transactions. `asks` hears of each
 * wait for the database.
 */
export function preparing<Client extends object>(client: Client, asks: Asks): Client {
  return new Proxy(client, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== "function") return value;
      if (key === "unsafe")
        return (text: string, values: unknown[] = [], options: object = {}) => {
          const query = Reflect.apply(value, target, [
            text,
            values,
            { ...options, prepare: values.length > 0 },
          ]) as Promise<unknown>;
          const answered = asks();
          // The driver's own `then` would send the query at once, before Drizzle has said how to read its rows.
          Promise.prototype.then.call(query, () => answered(), answered);
          return query;
        };
      if (key === "begin" || key === "savepoint")
        return (...given: unknown[]) => {
          let answered = asks();
          // Between the first and the last statement it is our own code that takes its time.
          const inside = (work: (inner: object) => unknown) => async (inner: object) => {
            answered();
            try {
              return await work(preparing(inner, asks));
            } finally {
              answered = asks();
            }
          };
          const all = given.map((part) => (typeof part === "function" ? inside(part as never) : part));
          const done = Reflect.apply(value, target, all) as Promise<unknown>;
          done.then(
            () => answered(),
            (error) => answered(error),
          );
          return done;
        };
      return value;
    },
  });
}
