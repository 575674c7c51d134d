import { freePort } from "@/db/embedded/ports";
import { dropDatabase, makeDatabase } from "@/tests/support/postgres";
import { startServer } from "@/tests/support/server-process";

export type Portal = { address: string; database: string; log: () => string; stop: () => Promise<void> };

/** A production server of its own on a copy of the demonstration. */
export async function startPortal(): Promise<Portal> {
  const { OPENFLOOR_STORIES_ROOT: root, OPENFLOOR_STORIES_TEMPLATE: template } = process.env;
  if (!root || !template) throw new Error("Nothing is prepared: run the stories with `npm test -- e2e`");
  const database = await makeDatabase(root, "openfloor_story", template);
  try {
    const server = await startServer(database, await freePort());
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
