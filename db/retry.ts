/** Two transactions that waited for each other; a time that someone else took first. */
const passing = new Set(["40P01", "23P01"]);

function isPassing(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause)
    if ("code" in at && typeof at.code === "string" && passing.has(at.code)) return true;
  return false;
}

/**
 * Runs a transaction again that lost to another one: the second time it sees what the other one did, and can
 * say so in words. What keeps failing throws.
 */
export async function again<T>(transaction: () => Promise<T>, times = 4): Promise<T> {
  for (let left = times; ; left -= 1) {
    try {
      return await transaction();
    } catch (error) {
      if (left <= 1 || !isPassing(error)) throw error;
    }
  }
}

/** Thrown inside a transaction when what it rests on was taken by another one: `again` begins anew. */
export class TakenMeanwhile extends Error {
  readonly code = "23P01";
}
