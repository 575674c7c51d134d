import pino from "pino";

/**
 * The log of this process: JSON lines on standard output. It holds no personal data: what could name a
 * person or open a door is removed by its key, wherever it stands down to the third level.
 */
const PRIVATE = [
  ...["email", "to", "address", "ip", "name", "givenName", "familyName", "person"],
  ...[
    "token",
    "code",
    "secret",
    "password",
    "cookie",
    "authorization",
    "set-cookie",
    "answers",
    "body",
    "query",
  ],
  // What the drivers hang on their errors: the statement's values and the row that broke a constraint.
  ...["params", "parameters", "args", "detail", "where", "payload"],
];
const keys = PRIVATE.map((key) => (/^\w+$/.test(key) ? `.${key}` : `["${key}"]`));

/** @type {import("pino").LoggerOptions} */
export const options = {
  level: process.env.LOG_LEVEL || "info",
  base: { pid: process.pid },
  formatters: { level: (label) => ({ level: label }) },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: keys.flatMap((key) => [key.replace(/^\./, ""), `*${key}`, `*.*${key}`]),
    remove: true,
  },
  serializers: { err: describeError },
};

export const log = pino(options);

/**
 * An error as it may be logged: type, code, stack, cause. Messages of a failed query carry the statement's
 * values after "params:", so they end there.
 * @param {unknown} error
 * @returns {Record<string, unknown>}
 */
export function describeError(error) {
  if (!(error instanceof Error)) return { message: withoutValues(String(error)) };
  const {
    code,
    constraint_name: constraint,
    digest,
  } = /** @type {Error & Record<string, unknown>} */ (error);
  return {
    type: error.name,
    message: withoutValues(error.message),
    ...(code ? { code } : {}),
    ...(constraint ? { constraint } : {}),
    ...(digest ? { digest } : {}),
    stack: withoutValues(error.stack ?? ""),
    ...(error.cause ? { cause: describeError(error.cause) } : {}),
  };
}

const ADDRESS = /[^\s"'<>()=,;:]+@[^\s"'<>()=,;:]+/g;

/** @param {string} text */
const withoutValues = (text) =>
  text.replace(/\nparams:[\s\S]*?(?=\n {4}at |$)/, "").replace(ADDRESS, "[address]");
