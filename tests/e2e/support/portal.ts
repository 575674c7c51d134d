import { freePort } from "@/db/embedded/ports";
import { dropDatabase, makeDatabase } from "@/tests/support/postgres";
import { startServer } from "@/tests/support/server-process";

export type Portal = { address: string; database: string; log: () => string; stop: () => Promise<void> };

type Ways = {
  /** More of the server's environment. */
  environment?: Record<string, string>;
  /** The address by which the server reaches its database, given that of the database. */
  via?: (database: string) => string | Promise<string>;
};

/** A production server of its own on a copy of the demonstration. */
export async function startPortal({ environment, via = (database) => database }: Ways = {}): Promise<Portal> {
  const { OPENFLOOR_STORIES_ROOT: root, OPENFLOOR_STORIES_TEMPLATE: template } = process.env;
  if (!root || !template) throw new Error("Nothing is prepared: run the stories with `npm test -- e2e`");
  const database = await makeDatabase(root, "openfloor_story", template);
  try {
    const server = await startServer(await via(database), await freePort(), environment);
    const stop = async () => {
      await server.stop();
      await dropDatabase(root, database);
    };
    return { address: server.address, database, log: server.log, stop };
  } catch (error) {
    await dropDatabase(root, database);
    throw error;
  }
}
