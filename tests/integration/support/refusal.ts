import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/**
 * Makes the database refuse to change or delete the rows of `table` whose `column` is `id`, as if something
 * were wrong with them. Answers how to end it.
 */
export async function refuse(
  db: Database,
  table: string,
  column: string,
  id: string,
): Promise<() => Promise<void>> {
  await db.execute(sql`create or replace function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'this row is held'; end $$`);
  // A condition of a trigger takes no parameters; nothing here comes from outside the tests.
  await db.execute(
    sql.raw(`create trigger refuse before update or delete on ${table} for each row
      when (old.${column} = '${id}') execute function refuse()`),
  );
  return async () => {
    await db.execute(sql`drop trigger refuse on ${sql.identifier(table)}`);
  };
}
