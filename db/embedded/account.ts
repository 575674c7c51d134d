import { spawnSync } from "node:child_process";
import { chownSync, existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { EmbeddedError } from "./error";

/** Who runs Postgres. Undefined ids: whoever runs the portal. */
export type Account = { name: string; uid?: number; gid?: number };

/** Postgres refuses to run as root, so root chooses another account; anyone else runs it as themselves. */
export function chooseAccount(dataDir: string, log: (sentence: string) => void): Account {
  const me = process.getuid?.();
  const owner = clusterOwner(join(dataDir, "postgres"));
  if (me !== 0) {
    if (me !== undefined && owner && owner.uid !== me)
      throw new EmbeddedError(
        `The data in ${dataDir} belongs to another account (user id ${owner.uid}), because the portal was first started by another one. Start it as that account or as root, or choose another place with OPENFLOOR_DATA.`,
      );
    return { name: "the account that started the portal" };
  }
  if (owner && owner.uid !== 0) return { name: `user id ${owner.uid}`, ...owner };
  const existing = lookUp("postgres") ?? lookUp("openfloor");
  if (existing) return existing;
  const made =
    succeeds("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "openfloor"]) ||
    succeeds("adduser", ["-S", "-D", "-H", "-s", "/sbin/nologin", "openfloor"]);
  const created = made ? lookUp("openfloor") : undefined;
  if (created) {
    log("Made the system account 'openfloor' for the database, which may not run as root.");
    return created;
  }
  const nobody = lookUp("nobody");
  if (nobody) return nobody;
  throw new EmbeddedError(
    "The database may not run as root and no other account could be found or made. Start the portal as an ordinary user, or set DATABASE_URL.",
  );
}

export const asAccount = ({ uid, gid }: Account) => (uid === undefined ? {} : { uid, gid });

export function giveTo({ uid, gid }: Account, path: string) {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** Whether the account can do `test -<mode> path`, tried as that account: groups and ACLs count as they are. */
export function canReach(account: Account, mode: "r" | "x", path: string): boolean {
  if (account.uid === undefined) return true;
  const { status } = spawnSync("/bin/sh", ["-c", `test -${mode} "$1"`, "sh", path], {
    cwd: "/",
    ...asAccount(account),
  });
  return status === 0;
}

function clusterOwner(cluster: string): { uid: number; gid: number } | undefined {
  if (!existsSync(join(cluster))) return undefined;
  const { uid, gid } = statSync(cluster);
  return { uid, gid };
}

function lookUp(name: string): Account | undefined {
  const id = (flag: string) => spawnSync("id", [flag, name], { encoding: "utf8" });
  const [user, group] = [id("-u"), id("-g")];
  if (user.status !== 0 || group.status !== 0) return undefined;
  return { name, uid: Number(user.stdout), gid: Number(group.stdout) };
}

const succeeds = (command: string, args: string[]) => spawnSync(command, args).status === 0;
