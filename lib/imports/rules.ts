import type { SessionKind } from "@/db/schema/kinds";
import { LONGEST } from "@/lib/drafts/rules";
import { instantOf } from "@/lib/local-time";

/** The most a file may hold: far more than any conference has, far less than hurts. */
export const MOST = {
  bytes: 800_000,
  sessions: 2000,
  people: 100,
} as const;

/** A session as a file names it; what stands beside it by name. */
export type Imported = {
  /** What the file does not say (named as the columns of a table): of a session that is known it stays as it is. */
  silent: ReadonlySet<string>;
  line?: number;
  entry?: number;
  id: string | null;
  title: string;
  abstract: string;
  kind: SessionKind;
  topic: string;
  room: string;
  startsAt: Date;
  endsAt: Date;
  seats: number | null;
  cancelled: boolean;
  speakers: ImportedPerson[];
  moderators: ImportedPerson[];
};
/** `id` and `slug` where the file has them; about and affiliation null: it says nothing of them. */
export type ImportedPerson = {
  id: string | null;
  slug: string | null;
  name: string;
  about: string | null;
  affiliation: string | null;
};
export type ImportedRoom = { name: string; floor: string | null; seats: number | null };
export type ImportedFile = { sessions: Imported[]; rooms: ImportedRoom[] };

/** With a distance from UTC it is an instant; without one a local time in the zone. */
export function instantIn(text: string, zone: string): Date | undefined {
  const local = /^[12]\d{3}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?/.exec(text)?.[0];
  if (!local) return undefined;
  const rest = text.slice(local.length);
  if (rest !== "" && !/^(Z|[+-]\d\d:?\d\d)$/.test(rest)) return undefined;
  try {
    return rest === ""
      ? instantOf(local.replace(" ", "T"), zone)
      : validInstant(local.replace(" ", "T") + rest);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const validInstant = (text: string) => {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at;
};

/** The number of seats that a cell or an answer names; undefined for anything that is no such number. */
export function seatsIn(text: string): number | undefined {
  const number = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0;
  return number > 0 && number <= LONGEST.seats ? number : undefined;
}
