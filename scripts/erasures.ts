import { readFileSync } from "node:fs";
import { connect } from "@/db/client";
import { erasures } from "@/db/schema";
import { eraseAgain } from "@/lib/erasures/mutations";
import { prepare } from "./start/prepare";
import { giveUp, StartError } from "./start/say";

// `npm run erasures`: the journal, to be kept outside of the database.
// `npm run erasures -- again [FILE …]`: after a restore, erases again what stands in the journal, and in the files.
async function run([command, ...files]: string[]) {
  if (command !== undefined && command !== "again")
    throw new StartError(`There is no "${command}": say "again".`);
  const prepared = await prepare("production", async () => undefined);
  Object.assign(process.env, prepared.environment);
  const { db, sql } = connect(prepared.environment.DATABASE_URL ?? "", 4);
  try {
    if (command === "again") {
      const { erased, lastOwners } = await eraseAgain(db, files.flatMap(hashesIn));
      console.log(`Erased again: ${erased}.`);
      if (lastOwners > 0)
        console.log("The last owner was not erased: make another person an owner, then run this again.");
    } else {
      for (const { personHash } of await db.select().from(erasures)) console.log(personHash);
    }
  } finally {
    await sql.end({ timeout: 5 });
    await prepared.stop();
  }
}

/** A list of hashes or a log: everything in it that looks like one. */
function hashesIn(file: string): string[] {
  return readFileSync(file, "utf8").match(/\b[0-9a-f]{64}\b/g) ?? [];
}

run(process.argv.slice(2)).then(() => process.exit(0), giveUp);
