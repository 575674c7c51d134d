import type { AddressParams } from "@/lib/address";

/** What of the audit log is looked for; all of it stands in the address. Days are local dates. */
export type AuditSearch = {
  text: string;
  action: string | null;
  /** A person: the number the log keeps, or the address of someone who is still known. */
  person: string;
  from: string | null;
  to: string | null;
  /** Entries older than this one. */
  before: number | null;
};

const one = (value: string | string[] | undefined) =>
  ((Array.isArray(value) ? value[0] : value) ?? "").replaceAll("\0", "").trim();
const day = (text: string) =>
  /^[12]\d{3}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;

/** Reads an address; what makes no sense in it counts as not asked for. */
export function readAuditSearch(params: AddressParams): AuditSearch {
  const action = one(params.action);
  const before = one(params.before);
  return {
    text: one(params.q).slice(0, 100),
    action: /^[a-z-]+(\.[a-z-]+)?$/.test(action) ? action : null,
    person: one(params.person).toLowerCase().slice(0, 254),
    from: day(one(params.from)),
    to: day(one(params.to)),
    before: /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null,
  };
}

export function auditAddress({ text, action, person, from, to, before }: AuditSearch): string {
  const fields = { q: text, action, person, from, to, before: before && String(before) };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value) params.set(name, value);
  const address = params.toString();
  return address && `?${address}`;
}

/** The number in "12" or "no. 12". */
export const personNumber = (text: string): number | null => {
  const number = text.match(/^(?:no\.?|nr\.?|n°|#)?\s*(\d{1,12})$/i)?.[1];
  return number === undefined ? null : Number(number);
};
