import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Account, canReach } from "./account";
import { EmbeddedError } from "./error";

export const SYSTEM_HOME = "/var/lib/openfloor";

/**
 * Where the data really lies: in `dataDir`, or under /var/lib/openfloor when root starts the portal inside a
 * directory that the account of the database may not enter (such as root's home).
 */
export function chooseHome(dataDir: string, account: Account, log: (sentence: string) => void): string {
  const here = realpathSync(dataDir);
  const pointer = join(here, "postgres-is-elsewhere.json");
  const moved = readPointer(pointer, here);
  if (moved) return moved;
  if (!canReach(account, "x", here) && canReach(account, "x", dirname(here))) {
    // Only the data directory itself is closed; what lies in it has its own, narrower modes.
    chmodSync(here, 0o711);
  }
  if (canReach(account, "x", here)) return here;

  const elsewhere = join(SYSTEM_HOME, createHash("sha256").update(here).digest("hex").slice(0, 12));
  if (existsSync(join(here, "postgres")))
    throw new EmbeddedError(
      `The data lies in ${here}, and the account that runs the database (${account.name}) may no longer enter it. Open the way (chmod o+x on each directory above), or move the data: mkdir -p ${elsewhere} && mv ${here}/postgres* ${elsewhere}/`,
    );
  mkdirSync(elsewhere, { recursive: true, mode: 0o711 });
  writeFileSync(pointer, `${JSON.stringify({ home: elsewhere, belongsTo: here })}\n`);
  log(
    `The database cannot run as root, and its account (${account.name}) may not enter ${here}. So the data is kept in ${elsewhere}.`,
  );
  return elsewhere;
}

function readPointer(pointer: string, here: string): string | undefined {
  if (!existsSync(pointer)) return undefined;
  const { home, belongsTo } = JSON.parse(readFileSync(pointer, "utf8")) as {
    home: string;
    belongsTo: string;
  };
  // A copy of a project must not write into the original's data; a moved one keeps its own.
  if (belongsTo !== here && existsSync(belongsTo)) return undefined;
  if (!existsSync(home))
    throw new EmbeddedError(
      `${pointer} says that the data lies in ${home}, which is gone. Put it back, or delete that file to begin anew.`,
    );
  return home;
}
