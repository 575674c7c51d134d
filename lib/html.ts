/**
 * Markup as text, for lists that are long: the framework sends each element of a page a second time for its
 * scripts, a text only as a text. Made only by `html`, which escapes what is put into it.
 */
class Html {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString() {
    return this.#text;
  }
}

export type { Html };

type Value = Html | string | number | null | undefined | false | readonly Value[];

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as it stands in an element or between the quotes of an attribute. */
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

function written(value: Value): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map(written).join("");
  return escaped(String(value));
}

/**
 * html`<a href="${address}">${title}</a>`: what is put in is escaped, markup made by `html` is not escaped
 * again, lists are joined, nothing stands for null, undefined and false. A value within a tag stands between
 * quotes, and a link begins with a fixed part: escaping makes neither a bare value nor "javascript:" safe.
 */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(parts.reduce((text, part, index) => text + written(values[index - 1]) + part));
}
