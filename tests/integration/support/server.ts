import type { TestProject } from "vitest/node";
import { migrate } from "@/db/migrate";
import { dropDatabase, makeDatabase, startTestServer } from "@/tests/support/postgres";

declare module "vitest" {
  interface ProvidedContext {
    postgres: { root: string; template: string };
  }
}

/** One Postgres for the run, and in it one migrated database that every test file gets a copy of. */
export default async function setup(project: TestProject) {
  const server = await startTestServer();
  const template = await makeDatabase(server.root, "openfloor_template");
  await migrate(template);
  project.provide("postgres", { root: server.root, template });
  return async () => {
    await dropDatabase(server.root, template);
    await server.stop();
  };
}
