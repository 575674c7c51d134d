import type { Cell } from "@/lib/csv";
import { answerInWords, type Speech } from "@/lib/dossiers/rules";
import type { LocalizedText } from "@/lib/i18n/text";
import type { CancelReason, RegistrationState } from "@/lib/registration-states/rules";
import type { ExportRow, findExportColumns } from "./queries";

/** The columns that every export has, in their order; the organiser's questions and consents follow. */
export const fixedColumns = [
  "familyName",
  "givenName",
  "email",
  "organisation",
  "jobTitle",
  "country",
  "countryCode",
  "type",
  "state",
  "registeredAt",
  "confirmedAt",
  "offeredUntil",
  "cancelledAt",
  "checkedInAt",
  "ticketCode",
  "invitation",
  "language",
] as const;
type FixedColumn = (typeof fixedColumns)[number];

type Words = {
  column: (name: FixedColumn | "consentGiven") => string;
  state: (state: RegistrationState, reason: CancelReason | null) => string;
};
type Columns = Awaited<ReturnType<typeof findExportColumns>>;

/** The head of the table and how a registration becomes a row of it. */
export function exportTable(columns: Columns, sensitive: boolean, speech: Speech, words: Words) {
  const asked = columns.questions.filter((question) => sensitive || !question.sensitive);
  const types = new Map(columns.types.map(({ id, name }) => [id, speech.label(name)]));
  const given = words.column("consentGiven");
  return {
    header: [
      ...fixedColumns.map((name) => words.column(name)),
      ...asked.map(({ label }) => speech.label(label)),
      ...columns.consents.map(({ wording }) => shortened(speech.label(wording))),
    ],
    row: (registration: ExportRow): Cell[] => {
      const fixed: Record<FixedColumn, Cell> = {
        ...registration,
        type: types.get(registration.typeId) ?? "",
        country: speech.country(registration.country),
        countryCode: registration.country,
        state: words.state(registration.state, registration.cancelReason),
        language: registration.locale,
      };
      return [
        ...fixedColumns.map((name) => fixed[name]),
        ...asked.map((question) => answerCell(question, registration.answers.get(question.id), speech)),
        ...columns.consents.map(({ id }) => (registration.given.has(registration.id + id) ? given : null)),
      ];
    },
  };
}

type Asked = { kind: string; options: { value: string; label: LocalizedText }[] };
type Value = string | string[] | number | boolean | undefined;

function answerCell(question: Asked, value: Value, speech: Speech): Cell {
  if (value === undefined) return null;
  return typeof value === "number" ? value : answerInWords({ ...question, value }, speech).join("; ");
}

const shortened = (text: string) => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
