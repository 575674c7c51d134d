/** The parameters of an address, as a page is given them. Anyone may write anything there. */
export type AddressParams = Record<string, string | string[] | undefined>;

// What z.uuid() of the forms takes, here without a schema: for pages that run in a browser, too.
const UUID =
  /^([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|0{8}-(0{4}-){3}0{12}|f{8}-(f{4}-){3}f{12})$/i;

/**
 * Whether a text is a row's id, by the same rule as in every form; only then the database may be asked for it. A file
 * that brings other ids would make rows that no form can name.
 */
export const isId = (text: string) => UUID.test(text);

/** The first value of a parameter, "" when there is none. */
export const oneValue = (value: string | string[] | undefined) =>
  ((Array.isArray(value) ? value[0] : value) ?? "").replaceAll("\0", "").trim();

export const oneOf = <T extends string | number>(allowed: readonly T[], value: string): T | null =>
  allowed.find((each) => String(each) === value) ?? null;

/** The fields of a form as if they stood in an address. */
export function formParams(form: FormData): AddressParams {
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => [
      name,
      form.getAll(name).filter((value): value is string => typeof value === "string"),
    ]),
  );
}
