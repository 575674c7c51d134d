import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Account, asAccount, giveTo } from "./account";
import type { Binaries } from "./binaries";
import { EmbeddedError } from "./error";
import { isAlive, quietEnvironment } from "./postmaster";

type Making = {
  home: string;
  account: Account;
  binaries: Binaries;
  password: string;
  fsync: boolean;
  log: (sentence: string) => void;
};

const DRAFT = /^postgres-draft-(\d+)$/;

/** Makes `home/postgres` if it is missing. It appears whole, by renaming, so a kill in the middle leaves only a draft. */
export async function makeCluster(making: Making) {
  const { home, binaries, log } = making;
  const cluster = join(home, "postgres");
  removeAbandonedDrafts(home);
  if (existsSync(cluster)) {
    const version = join(cluster, "PG_VERSION");
    if (existsSync(version) && existsSync(join(cluster, "global", "pg_control"))) {
      const major = readFileSync(version, "utf8").trim();
      if (major !== binaries.major)
        throw new EmbeddedError(
          `The data in ${cluster} was made by Postgres ${major}, and this release brings Postgres ${binaries.major}. Start the release that made it, back it up and restore the backup here (docs/operate.md, Upgrade).`,
        );
      return;
    }
    // Without its control file no Postgres can read it. It is put aside rather than deleted: it may be half of a restored backup.
    const aside = `${cluster}-incomplete-${new Date().toISOString().replace(/\W/g, "")}`;
    renameSync(cluster, aside);
    if (readdirSync(aside).length === 0) rmSync(aside, { recursive: true });
    else log(`The database in ${cluster} was never finished; it was put aside as ${aside} and is made anew.`);
  }
  initialise(making, cluster);
}

function initialise({ home, account, binaries, password, fsync }: Making, cluster: string) {
  const draft = join(home, `postgres-draft-${process.pid}`);
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = join(draft, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  giveTo(account, passwordFile);
  giveTo(account, draft);
  const made = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${join(draft, "data")}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=icu",
      "--icu-locale=und",
      "--lc-collate=C",
      "--lc-ctype=C",
      "--no-instructions",
      ...(fsync ? [] : ["--no-sync"]),
    ],
    { cwd: "/", encoding: "utf8", env: quietEnvironment(), ...asAccount(account) },
  );
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new EmbeddedError(
      `The database could not be made in ${home}: ${(made.stderr || made.error?.message || "").trim()}`,
    );
  }
  try {
    renameSync(join(draft, "data"), cluster);
  } catch (error) {
    // Another start finished first: its cluster is as good as this one.
    if (!existsSync(join(cluster, "PG_VERSION"))) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function removeAbandonedDrafts(home: string) {
  for (const name of readdirSync(home)) {
    const pid = DRAFT.exec(name)?.[1];
    // The pid may meanwhile belong to another process; then the draft stays until a later start.
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid))))
      rmSync(join(home, name), { recursive: true, force: true });
  }
}
