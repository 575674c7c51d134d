import type { RegistrationState } from "@/lib/moves/rules";

export const registrationStates = [
  "pending",
  "confirmed",
  "waitlisted",
  "offered",
  "cancelled",
] as const satisfies RegistrationState[];
export const sorts = ["newest", "oldest", "name", "organisation", "country"] as const;
export const sizes = [25, 50, 100] as const;

export type Sort = (typeof sorts)[number];

/** Which registrations an organiser looks at. All of it stands in the address. */
export type Filter = {
  search: string;
  state: RegistrationState | null;
  typeId: string | null;
  country: string | null;
  checkedIn: "yes" | "no" | null;
  /** An answer to one of the organiser's questions that has options, or to one of yes or no. */
  answer: { questionId: string; value: string } | null;
};

export type View = { filter: Filter; sort: Sort; size: number; page: number };

export type AddressParams = Record<string, string | string[] | undefined>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isId = (text: string) => UUID.test(text);

const one = (value: string | string[] | undefined) =>
  ((Array.isArray(value) ? value[0] : value) ?? "").replaceAll("\0", "").trim();
const oneOf = <T extends string | number>(allowed: readonly T[], value: string): T | null =>
  allowed.find((each) => String(each) === value) ?? null;

/** Reads an address; what makes no sense in it counts as not asked for. */
export function readView(params: AddressParams): View {
  const type = one(params.type).toLowerCase();
  const country = one(params.country).toUpperCase();
  const page = one(params.page);
  return {
    filter: {
      search: one(params.q).slice(0, 100),
      state: oneOf(registrationStates, one(params.state)),
      typeId: isId(type) ? type : null,
      country: /^[A-Z]{2}$/.test(country) ? country : null,
      checkedIn: oneOf(["yes", "no"] as const, one(params.checked)),
      answer: readAnswer(one(params.answer)),
    },
    sort: oneOf(sorts, one(params.sort)) ?? "newest",
    size: oneOf(sizes, one(params.size)) ?? 50,
    page: /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1,
  };
}

function readAnswer(text: string): Filter["answer"] {
  const questionId = text.slice(0, 36).toLowerCase();
  const value = text.slice(37);
  return isId(questionId) && text[36] === ":" && value ? { questionId, value: value.slice(0, 200) } : null;
}

/** The names and values of a filter as an address or the hidden fields of a form carry them. */
export function filterFields(filter: Filter): [name: string, value: string][] {
  const fields: [string, string | null][] = [
    ["q", filter.search],
    ["state", filter.state],
    ["type", filter.typeId],
    ["country", filter.country],
    ["checked", filter.checkedIn],
    ["answer", filter.answer && `${filter.answer.questionId}:${filter.answer.value}`],
  ];
  return fields.filter((field): field is [string, string] => Boolean(field[1]));
}

/** The address of a view, without what goes without saying: "?state=pending&page=2", or "". */
export function viewAddress({ filter, sort, size, page }: View): string {
  const params = new URLSearchParams(filterFields(filter));
  if (sort !== "newest") params.set("sort", sort);
  if (size !== 50) params.set("size", String(size));
  if (page > 1) params.set("page", String(page));
  const text = params.toString();
  return text && `?${text}`;
}

export const isFiltered = (filter: Filter) => filterFields(filter).length > 0;

/** The words of a search: each must be found. More than eight are not looked for. */
export const searchWords = (search: string) => search.split(/\s+/).filter(Boolean).slice(0, 8);

export const pagesOf = (total: number, size: number) => Math.max(1, Math.ceil(total / size));

/** The page numbers to link to: the first, the last and those around the current one; null is a gap. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages);
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  return sorted.flatMap((each, index) => {
    const before = sorted[index - 1];
    if (before === undefined || each - before === 1) return [each];
    return each - before === 2 ? [each - 1, each] : [null, each];
  });
}
