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
