import { parse } from "csv-parse/sync";
import { isId } from "@/lib/address";
import { LONGEST } from "@/lib/drafts/rules";
import { type Problem, problemsOf, problemsOfAll, type Reading } from "@/lib/import-problems/rules";
import { type Imported, type ImportedPerson, instantIn, seatsIn } from "@/lib/imports/rules";
import { type Column, columns } from "@/lib/schedule-table/rules";
import { sessionKinds } from "@/lib/sessions/rules";

type Of = { startsOn: string; endsOn: string; timeZone: string };
type Row = { line: number; silent: ReadonlySet<string>; cell: (column: Column) => string };

const needed: Column[] = ["title", "starts", "ends"];

/** Reads the CSV of docs/schedule.md. All problems at once, by line as a text editor counts them. */
export function readScheduleTable(text: string, conference: Of): Reading {
  const read = rowsOf(text);
  if ("problems" in read) return { ok: false, problems: read.problems };
  const problems: Problem[] = [];
  const sessions = read.rows.flatMap((row) => {
    const { session, problems: found } = sessionOf(row, conference.timeZone);
    problems.push(...found);
    return session ? [session] : [];
  });
  problems.push(...sessions.flatMap((session) => problemsOf(session, conference)));
  if (problems.length === 0) problems.push(...problemsOfAll(sessions));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, file: { sessions, rooms: [] } };
}

function rowsOf(text: string): { rows: Row[] } | { problems: Problem[] } {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 4 * LONGEST.abstract,
    }) as unknown as typeof records;
  } catch (error) {
    const line = Number((error as { lines?: number }).lines);
    return { problems: [{ code: "no-table", ...(line > 0 ? { line } : {}) }] };
  }
  const header = records[0]?.record.map((name) => name.trim().toLowerCase()) ?? [];
  const unknown = header.filter((name) => !columns.some((column) => column === name));
  const missing = needed.filter((column) => !header.includes(column));
  const twice = header.filter((name, index) => header.indexOf(name) !== index);
  const problems: Problem[] = [
    ...unknown.map((value) => ({ code: "unknown-column", line: 1, value: value.slice(0, 60) })),
    ...missing.map((field) => ({ code: "missing-column", line: 1, field })),
    ...twice.map((value) => ({ code: "column-twice", line: 1, value })),
  ];
  if (problems.length > 0) return { problems };
  let line = records[0]?.info.lines ?? 1;
  const silent = new Set(columns.filter((column) => !header.includes(column)));
  const rows: Row[] = [];
  for (const { record, info } of records.slice(1)) {
    // The parser counts the line on which a record ends; a text of several lines begins earlier.
    const at = line + 1;
    line = info.lines;
    if (record.length !== header.length) problems.push({ code: "columns", line: at });
    rows.push({ line: at, silent, cell: (column) => record[header.indexOf(column)] ?? "" });
  }
  return problems.length > 0 ? { problems } : { rows };
}

/** A comma, or what spreadsheets write where the comma parts decimals. */
const delimiterOf = (text: string) => {
  const head = text.slice(0, 2000).split(/\r?\n/, 1)[0] ?? "";
  return [",", ";", "\t"].sort((a, b) => head.split(b).length - head.split(a).length)[0] ?? ",";
};

function sessionOf(
  { line, silent, cell }: Row,
  timeZone: string,
): { session?: Imported; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (code: string, field: Column, value?: string) =>
    problems.push({ code, line, field, ...(value === undefined ? {} : { value: value.slice(0, 60) }) });
  const plain = (column: Column) => {
    const text = cell(column).trim();
    if (/^[=+\-@\t]/.test(text)) wrong("formula", column, text);
    // What our own file writes, so that no spreadsheet takes a text for a formula.
    return text.replace(/^'(?=[=+\-@\t])/, "").replace(/\r\n?/g, "\n");
  };
  const time = (column: Column) => {
    const at = instantIn(cell(column).trim(), timeZone);
    if (!at) wrong("date", column, cell(column));
    return at;
  };
  const id = plain("id").toLowerCase();
  if (id !== "" && !isId(id)) wrong("id", "id", id);
  const kind = sessionKinds.find((each) => each === (plain("kind") || "session"));
  if (!kind) wrong("kind", "kind", plain("kind"));
  const seats = plain("seats");
  if (seats !== "" && !seatsIn(seats)) wrong("number", "seats", seats);
  const cancelled = plain("cancelled").toLowerCase();
  if (!["", "yes", "no"].includes(cancelled)) wrong("yes-no", "cancelled", cancelled);
  const [startsAt, endsAt] = [time("starts"), time("ends")];
  const session = startsAt &&
    endsAt &&
    kind && {
      line,
      silent,
      id: id || null,
      title: plain("title"),
      abstract: plain("abstract"),
      kind,
      topic: plain("topic"),
      room: plain("room"),
      startsAt,
      endsAt,
      seats: seatsIn(seats) ?? null,
      cancelled: cancelled === "yes",
      speakers: peopleOf(plain("speakers")),
      moderators: peopleOf(plain("moderators")),
    };
  return problems.length > 0 || !session ? { problems } : { session, problems };
}

/** "Ana Popescu; Jean Dupont [jean-dupont-2]": the address in brackets tells two of one name apart. */
const peopleOf = (text: string): ImportedPerson[] =>
  text
    .split(/(?<!\\);/)
    .map((name) => name.replaceAll("\\;", ";").trim())
    .filter(Boolean)
    .map((name) => {
      const [, plain, slug] = /^(.*\S)\s*\[([a-z0-9-]+)\]$/.exec(name) ?? [];
      return { id: null, slug: slug ?? null, name: plain ?? name, about: null, affiliation: null };
    });
