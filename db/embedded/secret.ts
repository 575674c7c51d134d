import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";

/** Reads the secret kept in `file` (0600), or makes it: 64 hexadecimal characters. Safe when two do so at once. */
export function keepSecret(file: string): string {
  const kept = read(file);
  if (kept) return kept;
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flush: true });
  try {
    // A link appears whole or not at all, and never replaces the secret of someone who was quicker.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  chmodSync(file, 0o600);
  const made = read(file);
  if (!made) throw new Error(`${file} is empty: delete it and start again`);
  return made;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
