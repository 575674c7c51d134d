import { canonical } from "../releases/rules";

type Row = { id: string };
export type Plan<R extends Row> = {
  added: R[];
  changed: { row: R; fields: string[] }[];
  gone: R[];
};

/** What turns the rows before into the rows after. `fields`: the names of what differs. */
export function planOf<R extends Row>(before: R[], after: R[]): Plan<R> {
  const earlier = new Map(before.map((row) => [row.id, row]));
  const later = new Set(after.map(({ id }) => id));
  const plan: Plan<R> = { added: [], changed: [], gone: before.filter(({ id }) => !later.has(id)) };
  for (const row of after) {
    const was = earlier.get(row.id);
    if (!was) {
      plan.added.push(row);
      continue;
    }
    const fields = Object.keys(row).filter(
      (name) => canonical(was[name as keyof R]) !== canonical(row[name as keyof R]),
    );
    if (fields.length > 0) plan.changed.push({ row, fields });
  }
  return plan;
}

export const touched = <R extends Row>({ added, changed }: Plan<R>): R[] => [
  ...added,
  ...changed.map(({ row }) => row),
];
