import { type Holding, personalData } from "@/lib/personal-data/rules";

// What the table of personal data means for the columns and tables of the database.

const holdings = Object.values<Holding>(personalData);

/** Every column that the table lists, as "table.column". */
export const listedColumns = (): string[] =>
  holdings.flatMap(({ columns }) =>
    Object.entries(columns).flatMap(([table, names]) => names.split(" ").map((name) => `${table}.${name}`)),
  );

/** What may be handed to the person: tables, and of each the columns. */
export function handedColumns(): Map<string, string[]> {
  const byTable = new Map<string, string[]>();
  for (const { handed, columns } of holdings) {
    for (const [table, names] of handed ? Object.entries(columns) : [])
      byTable.set(table, [...(byTable.get(table) ?? []), ...names.split(" ")]);
  }
  return byTable;
}

/** The tables whose rows go with the account, each after those that refer to it. */
export function erasedTables(): string[] {
  const staying = new Set<Holding["kept"]>(["number", "counter", "conference"]);
  const going = holdings.filter(({ kept }) => !staying.has(kept));
  return [...new Set(going.flatMap(({ columns }) => Object.keys(columns)))].reverse();
}
