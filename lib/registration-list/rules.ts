import { type AddressParams, oneOf, oneValue } from "@/lib/address";
import { type Filter, filterFields, readFilter } from "@/lib/registration-filters/rules";

export const sorts = ["newest", "oldest", "name", "organisation", "country"] as const;
export const sizes = [25, 50, 100] as const;

export type Sort = (typeof sorts)[number];

export type View = { filter: Filter; sort: Sort; size: number; page: number };

/** Reads an address; what makes no sense in it counts as not asked for. */
export function readView(params: AddressParams): View {
  const page = oneValue(params.page);
  return {
    filter: readFilter(params),
    sort: oneOf(sorts, oneValue(params.sort)) ?? "newest",
    size: oneOf(sizes, oneValue(params.size)) ?? 50,
    page: /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1,
  };
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
