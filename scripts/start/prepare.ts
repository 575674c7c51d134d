import { existsSync } from "node:fs";
import path from "node:path";
import { type Embedded, startEmbedded } from "@/db/embedded";
import { keepSecret } from "@/db/embedded/secret";
import { migrate } from "@/db/migrate";
import { type Env, isLocal, parseEnv } from "@/lib/env";
import { type Account, furnish } from "./furnish";
import { waitForPort } from "./port";
import { StartError, step } from "./say";

export type Prepared = {
  /** The environment of the server. */
  environment: NodeJS.ProcessEnv;
  address: string;
  accounts: Account[];
  stop: () => Promise<void>;
};

/** Everything between the command and the server: environment, database, build, tables, what stands in them. */
export async function prepare(
  mode: "production" | "development",
  build: () => Promise<unknown>,
): Promise<Prepared> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const env = readEnvironment(mode);
  const embedded = process.env.DATABASE_URL ? undefined : await startDatabase(env);
  const stop = async () => embedded?.stop();
  try {
    await waitForPort(env.PORT, mode === "production" ? "npm start" : "npm run dev");
    await build();
    const databaseUrl = embedded ? embedded.url("openfloor") : env.DATABASE_URL;
    await step("Bringing the tables up to date", () => migrate(databaseUrl));
    // Switched on by itself only where the address is this machine's: its accounts are open to everyone.
    const demonstration = env.OPENFLOOR_DEMO
      ? env.OPENFLOOR_DEMO === "1"
      : embedded !== undefined && !env.OWNER_EMAIL && isLocal(env.BASE_URL);
    const secret =
      embedded && !process.env.AUTH_SECRET
        ? keepSecret(path.join(embedded.home, "auth-secret"))
        : env.AUTH_SECRET;
    const accounts = await furnish(databaseUrl, secret, demonstration, env.OWNER_EMAIL);
    return {
      address: env.BASE_URL,
      accounts,
      stop,
      environment: {
        ...process.env,
        NODE_ENV: mode,
        NEXT_TELEMETRY_DISABLED: "1",
        PORT: String(env.PORT),
        DATABASE_URL: databaseUrl,
        BASE_URL: env.BASE_URL,
        AUTH_URL: env.BASE_URL,
        AUTH_SECRET: secret,
        OPENFLOOR_DEMO: demonstration ? "1" : "0",
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** With the embedded database nothing needs to be set, so what is missing is filled in before it is checked. */
function readEnvironment(mode: Env["NODE_ENV"]): Env {
  const given: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: mode };
  if (!given.DATABASE_URL) {
    given.DATABASE_URL = "postgres://embedded";
    given.AUTH_SECRET ||= "x".repeat(32);
    given.BASE_URL ||= `http://localhost:${given.PORT || 3000}`;
  }
  try {
    return parseEnv(given);
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error));
  }
}

async function startDatabase(env: Env): Promise<Embedded> {
  const dataDir = path.resolve(process.env.OPENFLOOR_DATA || ".data");
  const embedded = await step(
    `Starting the database (no DATABASE_URL is set, so the one that comes along, in ${dataDir})`,
    () => startEmbedded({ dataDir, log: (sentence) => console.log(`  ${sentence}`), occupant: env.BASE_URL }),
  );
  await embedded.ensureDatabase("openfloor");
  return embedded;
}
