import { stringify } from "csv-stringify/sync";

export type Cell = string | number | null;

/** Excel reads UTF-8 only with this in front. */
const BYTE_ORDER_MARK = "\uFEFF";

// What a spreadsheet takes for a formula, csv-stringify quotes with an apostrophe; NUL it does not know.
const lines = (rows: Cell[][]) =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell.replaceAll("\0", "") : cell))),
    // A line end alone is no delimiter to csv-stringify, but it is one to those who read the file.
    { escape_formulas: true, record_delimiter: "\r\n", quoted_match: /[\r\n]/ },
  );

/** A table as CSV (RFC 4180), a batch of rows at a time. Nothing in it is read as a formula. */
export async function* csvBytes(
  header: string[],
  batches: AsyncIterable<Cell[][]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(BYTE_ORDER_MARK + lines([header]));
  for await (const rows of batches) if (rows.length > 0) yield encoder.encode(lines(rows));
}

type Row = Record<string, unknown>;

/** One line for each value: section, number of the record in it, field, value. For a spreadsheet. */
export function flatten(sections: Record<string, Row[]>): [string, number, string, string][] {
  return Object.entries(sections).flatMap(([section, rows]) =>
    rows.flatMap((row, index) =>
      Object.entries(row).flatMap(([field, value]): [string, number, string, string][] =>
        value === null || value === undefined
          ? []
          : [[section, index + 1, field, typeof value === "object" ? JSON.stringify(value) : String(value)]],
      ),
    ),
  );
}
