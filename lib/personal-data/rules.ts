/**
 * What the portal holds about a person: the one table from which the privacy page is drawn, the download is
 * made, an account is erased and the retention job deletes. A test holds it against the columns of the database.
 */

/** Who may see it. Staff and participants see only what the row says in its purpose. */
export type Reader = "you" | "staff" | "organisers" | "owners" | "participants" | "nobody";

/** How long it is kept; `lib/retention` carries it out. */
export type Keeping =
  | "account"
  | "registration"
  | "month-after"
  | "session"
  | "day"
  | "mail"
  | "counter"
  | "number";

/** Articles 6 and 9 of Regulation (EU) 2016/679. */
export type Ground = "contract" | "consent" | "explicit-consent" | "legitimate-interest" | "legal-obligation";

export type Holding = {
  readers: readonly Reader[];
  kept: Keeping;
  ground: Ground;
  /** Part of the download. What is not are secrets that would help whoever steals the file. */
  handed: boolean;
  /** "table.column", as the database names them. */
  columns: readonly string[];
};

const run = ["you", "organisers", "owners"] as const;

export const personalData = {
  address: {
    readers: run,
    kept: "account",
    ground: "contract",
    handed: true,
    columns: ["persons.email", "persons.email_verified_at"],
  },
  name: {
    readers: ["you", "staff", "organisers", "participants"],
    kept: "account",
    ground: "contract",
    handed: true,
    columns: [
      "persons.given_name",
      "persons.family_name",
      "registrations.given_name",
      "registrations.family_name",
      "registrations.search",
    ],
  },
  account: {
    readers: run,
    kept: "account",
    ground: "contract",
    handed: true,
    columns: [
      "persons.id",
      "persons.number",
      "persons.locale",
      "persons.created_at",
      "persons.updated_at",
      "registrations.locale",
    ],
  },
  organisation: {
    readers: ["you", "staff", "organisers", "participants"],
    kept: "registration",
    ground: "contract",
    handed: true,
    columns: ["registrations.organisation", "registrations.job_title", "registrations.country"],
  },
  registration: {
    readers: ["you", "organisers"],
    kept: "registration",
    ground: "contract",
    handed: true,
    columns: [
      "registrations.id",
      "registrations.conference_id",
      "registrations.person_id",
      "registrations.type_id",
      "registrations.state",
      "registrations.arrival",
      "registrations.invitation_id",
      "registrations.registered_at",
      "registrations.confirmed_at",
      "registrations.offered_until",
      "registrations.cancelled_at",
      "registrations.cancel_reason",
      "registrations.created_at",
      "registrations.updated_at",
    ],
  },
  ticket: {
    readers: ["you", "staff", "organisers"],
    kept: "registration",
    ground: "contract",
    handed: true,
    columns: ["registrations.ticket_code", "registrations.checked_in_at"],
  },
  answers: {
    readers: ["you", "organisers"],
    kept: "registration",
    ground: "contract",
    handed: true,
    columns: ["answers.registration_id", "answers.question_id", "answers.value"],
  },
  sensitive: {
    readers: ["you", "organisers"],
    kept: "month-after",
    ground: "explicit-consent",
    handed: true,
    columns: [
      "sensitive_answers.registration_id",
      "sensitive_answers.question_id",
      "sensitive_answers.value",
    ],
  },
  consents: {
    readers: ["you", "organisers"],
    kept: "registration",
    ground: "legal-obligation",
    handed: true,
    columns: [
      "given_consents.registration_id",
      "given_consents.consent_version_id",
      "given_consents.given_at",
      "given_consents.withdrawn_at",
    ],
  },
  mails: {
    readers: run,
    kept: "mail",
    ground: "contract",
    handed: true,
    columns: [
      "outbox.id",
      "outbox.conference_id",
      "outbox.person_id",
      "outbox.kind",
      "outbox.recipient",
      "outbox.locale",
      "outbox.subject",
      "outbox.text",
      "outbox.html",
      "outbox.state",
      "outbox.priority",
      "outbox.attempts",
      "outbox.due_at",
      "outbox.lease_until",
      "outbox.sent_at",
      "outbox.provider_id",
      "outbox.batch_id",
      "outbox.error",
      "outbox.created_at",
    ],
  },
  sessions: {
    readers: ["you"],
    kept: "session",
    ground: "legitimate-interest",
    handed: true,
    columns: [
      "auth_sessions.person_id",
      "auth_sessions.created_at",
      "auth_sessions.last_seen_at",
      "auth_sessions.expires_at",
      "auth_sessions.browser",
      "auth_sessions.network",
      "auth_sessions.second_factor_at",
    ],
  },
  signIns: {
    readers: ["you"],
    kept: "day",
    ground: "legitimate-interest",
    handed: true,
    columns: [
      "sign_in_requests.id",
      "sign_in_requests.email",
      "sign_in_requests.locale",
      "sign_in_requests.return_to",
      "sign_in_requests.wrong_codes",
      "sign_in_requests.created_at",
      "sign_in_requests.expires_at",
      "sign_in_requests.consumed_at",
    ],
  },
  secrets: {
    readers: ["nobody"],
    kept: "session",
    ground: "legitimate-interest",
    handed: false,
    columns: [
      "auth_sessions.token_hash",
      "sign_in_requests.browser_hash",
      "sign_in_requests.link_hash",
      "sign_in_requests.code_hash",
      "sign_in_requests.release_hash",
      "second_factors.secret",
      "second_factors.last_step",
      "second_factors.recovery_hashes",
    ],
  },
  secondFactor: {
    readers: ["you"],
    kept: "account",
    ground: "legitimate-interest",
    handed: true,
    columns: ["second_factors.person_id", "second_factors.confirmed_at", "second_factors.created_at"],
  },
  roles: {
    readers: run,
    kept: "account",
    ground: "contract",
    handed: true,
    columns: [
      "owners.person_id",
      "owners.created_at",
      "roles.conference_id",
      "roles.person_id",
      "roles.role",
      "roles.created_at",
    ],
  },
  counters: {
    readers: ["nobody"],
    kept: "counter",
    ground: "legitimate-interest",
    handed: false,
    columns: ["limits.key", "limits.window_start", "limits.count", "limits.expires_at"],
  },
  log: {
    readers: ["organisers", "owners"],
    kept: "number",
    ground: "legitimate-interest",
    handed: true,
    columns: [
      "audit_entries.id",
      "audit_entries.conference_id",
      "audit_entries.at",
      "audit_entries.actor_number",
      "audit_entries.action",
      "audit_entries.subject",
      "audit_entries.subject_id",
      "audit_entries.detail",
      "audit_entries.network",
    ],
  },
  texts: {
    readers: ["organisers", "owners"],
    kept: "number",
    ground: "legitimate-interest",
    handed: true,
    columns: ["page_versions.author_number"],
  },
  journal: {
    readers: ["nobody"],
    kept: "number",
    ground: "legal-obligation",
    handed: false,
    columns: ["erasures.person_hash", "erasures.erased_at"],
  },
} as const satisfies Record<string, Holding>;

export type HoldingKey = keyof typeof personalData;
export const holdingKeys = Object.keys(personalData) as HoldingKey[];

const tableOf = (column: string) => column.split(".")[0] ?? "";

/** What may be handed to the person, by table: the columns as the database names them. */
export function handedColumns(): Map<string, string[]> {
  const byTable = new Map<string, string[]>();
  for (const { handed, columns } of Object.values<Holding>(personalData)) {
    if (!handed) continue;
    for (const name of columns) {
      const table = tableOf(name);
      byTable.set(table, [...(byTable.get(table) ?? []), name.slice(table.length + 1)]);
    }
  }
  return byTable;
}

/** The tables whose rows go with the account, each after those that refer to it. */
export function erasedTables(): string[] {
  const going = Object.values<Holding>(personalData).filter(
    ({ kept }) => kept !== "number" && kept !== "counter",
  );
  return [...new Set(going.flatMap(({ columns }) => columns.map(tableOf)))].reverse();
}

type Row = Record<string, unknown>;

/** One line for each value: section, number of the record in it, field, value. For a spreadsheet. */
export function flatten(sections: Record<string, Row[]>): [string, number, string, string][] {
  return Object.entries(sections).flatMap(([section, rows]) =>
    rows.flatMap((row, index) =>
      Object.entries(row).flatMap(([field, value]): [string, number, string, string][] =>
        value === null || value === undefined
          ? []
          : [[section, index + 1, field, typeof value === "object" ? JSON.stringify(value) : String(value)]],
      ),
    ),
  );
}
