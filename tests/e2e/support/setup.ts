import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { dropDatabase, makeDatabase, startTestServer } from "@/tests/support/postgres";
import { serverEnvironment } from "@/tests/support/server-process";
import { prepareBrowser } from "./browser";

/** Once per run: a browser that starts, and a database with the demonstration that each worker copies. */
export default async function setup() {
  console.log(`Browser: ${await prepareBrowser()}`);
  const server = await startTestServer();
  try {
    const template = await makeDatabase(server.root, "openfloor_stories");
    await promisify(execFile)(process.execPath, ["--import", "tsx", "tests/e2e/support/demonstration.ts"], {
      env: serverEnvironment(template, 3000),
      timeout: 120_000,
    });
    process.env.OPENFLOOR_STORIES_ROOT = server.root;
    process.env.OPENFLOOR_STORIES_TEMPLATE = template;
    return async () => {
      await dropDatabase(server.root, template);
      await server.stop();
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
