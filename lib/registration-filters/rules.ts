import { type AddressParams, isId, oneOf, oneValue } from "@/lib/address";
import { type RegistrationState, registrationStates } from "@/lib/registration-states/rules";

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

/** Reads the filter in an address; what makes no sense in it counts as not asked for. */
export function readFilter(params: AddressParams): Filter {
  const type = oneValue(params.type).toLowerCase();
  const country = oneValue(params.country).toUpperCase();
  return {
    search: oneValue(params.q).slice(0, 100),
    state: oneOf(registrationStates, oneValue(params.state)),
    typeId: isId(type) ? type : null,
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    checkedIn: oneOf(["yes", "no"] as const, oneValue(params.checked)),
    answer: readAnswer(oneValue(params.answer)),
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

export const isFiltered = (filter: Filter) => filterFields(filter).length > 0;

/** The words of a search: each must be found. More than eight are not looked for. */
export const searchWords = (search: string) => search.split(/\s+/).filter(Boolean).slice(0, 8);
