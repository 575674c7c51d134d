import { readFileSync } from "node:fs";

type Session = {
  day: string;
  start: string;
  end: string;
  room: string;
  title: string;
  kind: string;
  topic: string | null;
  speakers: string[];
  moderators: string[];
  seats: number | null;
  abstract?: string;
};

/** What is used of data/ecc2019.json; its `illustrative` and `source` say what is fact. */
export type Facts = {
  conference: {
    slug: string;
    name: string;
    shortName: string;
    edition: number;
    theme: string;
    start: string;
    end: string;
    timeZone: string;
    language: string;
    capacity: number;
    hashtag: string;
    organisers: string[];
    partners: string[];
    venue: { name: string; city: string; country: string; address: string };
    windows: Record<string, { opens: string; closes: string }>;
  };
  topics: { key: string; name: string }[];
  participantTypes: string[];
  emergingIndustries: string[];
  rooms: { name: string; seats: number; floor: string }[];
  sessions: Session[];
  speakers: { name: string; affiliation: string | null }[];
  partnerships: { name: string; type: string }[];
  clusters: { name: string; country: string; sector: string | null }[];
  editions: {
    edition: number;
    year: number;
    dates: string | null;
    place: string | null;
    participants: string | null;
  }[];
};

export const facts: Facts = JSON.parse(
  readFileSync(new URL("../data/ecc2019.json", import.meta.url), "utf8"),
);

/** "Coffee and networking" → "coffee-and-networking"; also for addresses of mails. */
export function slugOf(text: string, separator = "-"): string {
  return text
    .replace(/[łŁ]/g, "l")
    .replace(/[øØ]/g, "o")
    .replace(/ß/g, "ss")
    .replace(/[æÆ]/g, "ae")
    .replace(/ı/g, "i")
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, separator)
    .replace(new RegExp(`^\\${separator}|\\${separator}$`, "g"), "");
}
