import { useTranslations } from "next-intl";
import { RegistrationStateWord } from "@/components/desk/registration-state";
import { countryName } from "@/lib/i18n/countries";
import type { HeldRow } from "@/lib/personal-data/queries";
import type { CancelReason, RegistrationState } from "@/lib/registration-states/rules";
import { spacedTicketCode } from "@/lib/tickets/rules";
import { Facts, Part } from "./facts";
import { momentOf, textOf } from "./values";

type Props = { data: Record<string, HeldRow[]>; reader: string };

/** Each registration with what belongs to it. */
export function RegistrationData({ data, reader }: Props) {
  const t = useTranslations("myData");
  const rows = data.registrations ?? [];
  const ofRow = (table: string, row: HeldRow) =>
    (data[table] ?? []).filter((one) => one.registration_id === row.id);
  return (
    <Part title={t("registrations")}>
      {rows.length === 0 ? <p className="text-ink-2">{t("noRegistrations")}</p> : null}
      <div className="grid gap-10">
        {rows.map((row) => (
          <article key={textOf(row, "id")} className="grid gap-6">
            <Registration row={row} reader={reader} />
            <Answers title={t("answers")} rows={ofRow("answers", row)} reader={reader} />
            <Answers title={t("sensitive")} rows={ofRow("sensitive_answers", row)} reader={reader} />
            <Consents
              rows={ofRow("given_consents", row)}
              reader={reader}
              timeZone={textOf(row, "time_zone")}
            />
          </article>
        ))}
      </div>
    </Part>
  );
}

function Registration({ row, reader }: { row: HeldRow; reader: string }) {
  const t = useTranslations("myData");
  const shown = { reader, timeZone: textOf(row, "time_zone") };
  const country = textOf(row, "country");
  const ticket = textOf(row, "ticket_code");
  return (
    <div>
      <div className="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="text-lg">{textOf(row, "conference")}</h3>
        <RegistrationStateWord
          state={row.state as RegistrationState}
          cancelReason={row.cancel_reason as CancelReason | null}
        />
        <a
          href={`/${reader}/${textOf(row, "slug")}/registration`}
          className="link inline-flex min-h-11 items-center text-[15px] sm:ml-auto"
        >
          {t("open")}
        </a>
      </div>
      <Facts
        facts={[
          [t("fields.name"), `${textOf(row, "given_name")} ${textOf(row, "family_name")}`],
          [t("fields.type"), textOf(row, "type")],
          [t("fields.organisation"), textOf(row, "organisation")],
          [t("fields.job_title"), textOf(row, "job_title")],
          [t("fields.country"), country && countryName(country, reader)],
          [t("fields.registered_at"), momentOf(row, "registered_at", shown)],
          [t("fields.confirmed_at"), momentOf(row, "confirmed_at", shown)],
          [t("fields.offered_until"), momentOf(row, "offered_until", shown)],
          [t("fields.cancelled_at"), momentOf(row, "cancelled_at", shown)],
          [t("fields.decline_reason"), textOf(row, "decline_reason")],
          [t("fields.ticket_code"), ticket && spacedTicketCode(ticket)],
          [t("fields.checked_in_at"), momentOf(row, "checked_in_at", shown)],
        ]}
      />
    </div>
  );
}

function Answers({ title, rows, reader }: { title: string; rows: HeldRow[]; reader: string }) {
  const t = useTranslations("myData");
  if (rows.length === 0) return null;
  const inWords = (row: HeldRow) => {
    if (typeof row.value === "boolean") return t(row.value ? "yes" : "no");
    const chosen = (row.answer as string[] | null) ?? [];
    return chosen.map((one) => (row.kind === "country" ? countryName(one, reader) : one)).join(", ");
  };
  return (
    <div>
      <h4 className="mb-2 text-base">{title}</h4>
      <Facts facts={rows.map((row) => [textOf(row, "question"), inWords(row)])} />
    </div>
  );
}

function Consents({ rows, ...shown }: { rows: HeldRow[]; reader: string; timeZone: string }) {
  const t = useTranslations("myData");
  if (rows.length === 0) return null;
  return (
    <div>
      <h4 className="mb-2 text-base">{t("consents")}</h4>
      <ul className="grid gap-3 text-[15px]">
        {rows.map((row) => {
          const version = textOf(row, "version");
          const date = momentOf(row, "given_at", shown);
          const withdrawn = momentOf(row, "withdrawn_at", shown);
          return (
            <li key={textOf(row, "consent_version_id")}>
              <p>{textOf(row, "wording")}</p>
              <p className="text-[13px] text-ink-3">
                {withdrawn ? t("withdrawn", { version, date, withdrawn }) : t("given", { version, date })}
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
