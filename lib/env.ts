import { z } from "zod";

/** "a@b.c" or "Name <a@b.c>". */
const SENDER = /^(?:[^<>\r\n]*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/;
/** While no mail leaves, none has a sender. */
const NOBODY = "Openfloor <portal@localhost>";

/**
 * The environment of the portal, read once. Every variable has a meaning in docs/operate.md.
 * `npm start` fills DATABASE_URL, AUTH_SECRET and BASE_URL when the embedded database is used.
 */
const Variables = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce
    .number({ error: "PORT must be a number, for example 3000" })
    .int()
    .min(0)
    .max(65535)
    .default(3000),
  DATABASE_URL: z
    .string({ error: "DATABASE_URL is missing: set it to postgres://user:password@host:5432/database" })
    .regex(/^postgres(ql)?:\/\//, "DATABASE_URL must begin with postgres:// or postgresql://"),
  DATABASE_POOL: z.coerce
    .number({ error: "DATABASE_POOL must be a number of connections" })
    .int()
    .min(1)
    .max(200)
    .default(12),
  BASE_URL: z
    .url({
      protocol: /^https?$/,
      error:
        "BASE_URL is missing or no address: set it to the address people use, for example https://conference.example.eu",
    })
    .refine((url) => isOrigin(url), {
      error:
        "BASE_URL is more than an address of a portal: set it to scheme, host and, where needed, port, for example https://conference.example.eu, without path, query or user",
    })
    .transform((url) => new URL(url).origin),
  AUTH_SECRET: z
    .string({
      error:
        "AUTH_SECRET is missing: set it to at least 32 random characters, for example from `openssl rand -hex 32`",
    })
    .min(32, "AUTH_SECRET is too short: set it to at least 32 random characters"),
  OPENFLOOR_DEMO: z.enum(["0", "1"], { error: "OPENFLOOR_DEMO must be 0 or 1" }).optional(),
  OWNER_EMAIL: z.email({ error: "OWNER_EMAIL must be one e-mail address" }).optional(),
  MAIL_FROM: z
    .string()
    .regex(SENDER, "MAIL_FROM must be one address, for example Conference <portal@conference.example.eu>")
    .default(NOBODY),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: z.url({ error: "RESEND_BASE_URL must be an address" }).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "SMTP_URL must begin with smtp:// or smtps://")
    .optional(),
  // How many proxies stand in front: the client address is that many places from the right of X-Forwarded-For.
  TRUSTED_PROXIES: z.coerce
    .number({ error: "TRUSTED_PROXIES must be a number" })
    .int()
    .min(0)
    .max(5)
    .default(0),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
});

// What is right by itself and wrong together.
const Schema = Variables.superRefine(
  ({ RESEND_API_KEY, SMTP_URL, MAIL_FROM, BASE_URL, OPENFLOOR_DEMO }, { addIssue }) => {
    const leaves = RESEND_API_KEY || SMTP_URL;
    if (leaves && MAIL_FROM === NOBODY)
      addIssue({
        code: "custom",
        path: ["MAIL_FROM"],
        message:
          "MAIL_FROM is missing: set it to the sender of the mails, for example Conference <portal@conference.example.eu>",
      });
    if (!leaves && OPENFLOOR_DEMO !== "1" && !isLocal(BASE_URL))
      addIssue({
        code: "custom",
        path: ["SMTP_URL"],
        message:
          "SMTP_URL and RESEND_API_KEY are missing: no mail could leave and nobody could sign in. Set one of them, or OPENFLOOR_DEMO=1 for a demonstration whose mails everyone may read",
      });
  },
);

export type Env = z.infer<typeof Schema>;

/** Pages begin right after the host: with anything else in the address every link that is mailed would be dead. */
function isOrigin(address: string): boolean {
  // What is no address at all has been said already.
  if (!URL.canParse(address)) return true;
  const { pathname, search, hash, username, password } = new URL(address);
  return /^\/+$/.test(pathname) && !search && !hash && !username && !password;
}

/** Whether an address is this machine's own. */
export function isLocal(address: string): boolean {
  const { hostname } = new URL(address);
  return (
    hostname === "localhost" || hostname.endsWith(".localhost") || /^(127(\.\d+){3}|\[::1\])$/.test(hostname)
  );
}

/** Reads the given variables. Throws one Error whose message names each wrong variable and what to set. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  // An empty variable is how a shell or a compose file says "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) =>
    issue.message.startsWith(String(issue.path[0]))
      ? issue.message
      : `${String(issue.path[0])}: ${issue.message}`,
  );
  throw new Error(`The environment is not complete.\n${lines.map((line) => `  - ${line}`).join("\n")}`);
}

let cached: Env | undefined;

/** The environment of this process. Throws as parseEnv does; not called while building. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
