/**
 * What the portal holds about a person: the one table from which the privacy page is drawn, the download is
 * made, an account is erased and the retention job deletes. A test holds it against the columns of the database.
 */

/** Who may see it. Staff and participants see only what the row says in its purpose. */
export type Reader = "you" | "staff" | "organisers" | "owners" | "participants" | "everyone" | "nobody";

/** How long it is kept; `lib/retention` carries it out. */
export type Keeping =
  | "account"
  | "registration"
  | "month-after"
  | "session"
  | "day"
  | "mail"
  | "counter"
  | "number"
  | "conference";

/** Articles 6 and 9 of Regulation (EU) 2016/679. */
export type Ground =
  | "contract"
  | "consent"
  | "explicit-consent"
  | "legitimate-interest"
  | "programme"
  | "legal-obligation";

export type Holding = {
  readers: readonly Reader[];
  kept: Keeping;
  ground: Ground;
  /** Part of the download. What is not are secrets that would help whoever steals the file. */
  handed: boolean;
  /** By table: its columns, as the database names them. */
  columns: Readonly<Record<string, string>>;
};

const run = ["you", "organisers", "owners"] as const;

export const personalData = {
  address: {
    readers: run,
    kept: "account",
    ground: "contract",
    handed: true,
    columns: {
      persons: "email email_verified_at",
    },
  },
  name: {
    readers: ["you", "staff", "organisers", "participants"],
    kept: "account",
    ground: "contract",
    handed: true,
    columns: {
      persons: "given_name family_name",
      registrations: "given_name family_name search",
    },
  },
  account: {
    readers: run,
    kept: "account",
    ground: "contract",
    handed: true,
    columns: {
      persons: "id number locale created_at updated_at",
      registrations: "locale",
    },
  },
  organisation: {
    readers: ["you", "staff", "organisers", "participants"],
    kept: "registration",
    ground: "contract",
    handed: true,
    columns: {
      registrations: "organisation job_title country",
    },
  },
  registration: {
    readers: ["you", "organisers"],
    kept: "registration",
    ground: "contract",
    handed: true,
    columns: {
      registrations:
        "id conference_id person_id type_id state arrival invitation_id registered_at confirmed_at offered_until cancelled_at cancel_reason created_at updated_at",
    },
  },
  declineReason: {
    readers: ["you", "organisers"],
    kept: "registration",
    ground: "contract",
    handed: true,
    columns: {
      registrations: "decline_reason",
    },
  },
  ticket: {
    readers: ["you", "staff", "organisers"],
    kept: "registration",
    ground: "contract",
    handed: true,
    columns: {
      registrations: "ticket_code checked_in_at",
    },
  },
  answers: {
    readers: ["you", "organisers"],
    kept: "registration",
    ground: "contract",
    handed: true,
    columns: {
      answers: "registration_id question_id value",
    },
  },
  agenda: {
    readers: ["you"],
    kept: "account",
    ground: "contract",
    handed: true,
    columns: {
      stars: "conference_id person_id session_id created_at",
      feeds: "conference_id person_id locale created_at",
    },
  },
  calendarKey: {
    readers: ["you"],
    kept: "account",
    ground: "contract",
    handed: false,
    columns: {
      feeds: "key_hash sealed_key",
    },
  },
  seats: {
    readers: ["you", "organisers"],
    kept: "registration",
    ground: "contract",
    handed: true,
    columns: {
      seats:
        "id conference_id session_id registration_id state arrival asked_at booked_at cancelled_at cancel_reason created_at updated_at",
      commitments: "id conference_id person_id kind seat_id during rehearsal created_at",
    },
  },
  feedback: {
    readers: ["you", "organisers"],
    kept: "registration",
    ground: "contract",
    handed: true,
    columns: {
      feedback: "conference_id session_id registration_id rating text given_at",
    },
  },
  sensitive: {
    readers: ["you", "organisers"],
    kept: "month-after",
    ground: "explicit-consent",
    handed: true,
    columns: {
      sensitive_answers: "registration_id question_id value",
    },
  },
  consents: {
    readers: ["you", "organisers"],
    kept: "registration",
    ground: "legal-obligation",
    handed: true,
    columns: {
      given_consents: "registration_id consent_version_id given_at withdrawn_at",
    },
  },
  mails: {
    readers: run,
    kept: "mail",
    ground: "contract",
    handed: true,
    columns: {
      outbox:
        "id conference_id person_id kind recipient locale subject text html state priority attempts due_at lease_until sent_at provider_id batch_id error created_at",
    },
  },
  sessions: {
    readers: ["you"],
    kept: "session",
    ground: "legitimate-interest",
    handed: true,
    columns: {
      auth_sessions: "person_id created_at last_seen_at expires_at browser network second_factor_at",
    },
  },
  signIns: {
    readers: ["you"],
    kept: "day",
    ground: "legitimate-interest",
    handed: true,
    columns: {
      sign_in_requests: "id email locale return_to wrong_codes created_at expires_at consumed_at",
    },
  },
  secrets: {
    readers: ["nobody"],
    kept: "session",
    ground: "legitimate-interest",
    handed: false,
    columns: {
      auth_sessions: "token_hash",
      sign_in_requests: "browser_hash link_hash code_hash release_hash",
      second_factors: "secret last_step recovery_hashes",
    },
  },
  secondFactor: {
    readers: ["you"],
    kept: "account",
    ground: "legitimate-interest",
    handed: true,
    columns: {
      second_factors: "person_id confirmed_at created_at",
    },
  },
  roles: {
    readers: run,
    kept: "account",
    ground: "contract",
    handed: true,
    columns: {
      owners: "person_id created_at",
      roles: "conference_id person_id role created_at",
      session_hosts: "session_id person_id",
    },
  },
  counters: {
    readers: ["nobody"],
    kept: "counter",
    ground: "legitimate-interest",
    handed: false,
    columns: {
      limits: "key window_start count expires_at",
    },
  },
  log: {
    readers: ["organisers", "owners"],
    kept: "number",
    ground: "legitimate-interest",
    handed: true,
    columns: {
      audit_entries: "id conference_id at actor_number action subject subject_id detail network",
    },
  },
  texts: {
    readers: ["organisers", "owners"],
    kept: "number",
    ground: "legitimate-interest",
    handed: true,
    columns: {
      page_versions: "author_number",
      releases: "published_by",
    },
  },
  // Of people who need no account here, so neither the download nor the erasure of one knows them.
  speakers: {
    readers: ["everyone"],
    kept: "conference",
    ground: "programme",
    handed: false,
    columns: {
      speakers:
        "id conference_id slug name affiliation about photo_id position version created_at updated_at",
      photos: "id conference_id bytes media_type width height created_at",
      // On their way in, for a day; whose an upload is stands there as a keyed hash of the upload itself.
      photo_uploads: "id conference_id holder_hash bytes media_type width height created_at",
      session_speakers: "session_id speaker_id part position",
      releases: "content",
    },
  },
  journal: {
    readers: ["nobody"],
    kept: "number",
    ground: "legal-obligation",
    handed: false,
    columns: {
      erasures: "person_hash erased_at",
    },
  },
} as const satisfies Record<string, Holding>;

export type HoldingKey = keyof typeof personalData;
export const holdingKeys = Object.keys(personalData) as HoldingKey[];
