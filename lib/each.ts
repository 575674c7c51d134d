import { isOutage } from "@/db/outage";

/**
 * Does the same for each, one after the other, and goes on when one fails: what is wrong with one conference
 * must not keep the others waiting. Throws at the end what went wrong, or at once when the database is away.
 * Answers the sum of what `work` answered.
 */
export async function each<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<number>,
): Promise<number> {
  const failures: unknown[] = [];
  let sum = 0;
  for (const item of items) {
    try {
      sum += await work(item);
    } catch (error) {
      if (isOutage(error)) throw error;
      failures.push(error);
    }
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, `${failures.length} of them failed`);
  return sum;
}
