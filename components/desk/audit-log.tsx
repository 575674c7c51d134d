import { useTranslations } from "next-intl";
import { AuditActor, AuditSubject, AuditWords } from "@/components/desk/audit-words";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import type { AuditPage } from "@/lib/audit/queries";
import { type AuditSearch, auditAddress } from "@/lib/audit/rules";
import { formatInstant } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";

type Props = AuditPage & {
  /** The address of the page. */
  base: string;
  search: AuditSearch;
  /** The kinds of entries there are. */
  actions: string[];
  reader: Locale;
  timeZone: string;
  /** Where the registration of an entry stands, at a conference. */
  registrations?: string;
};

/** The audit log, of a conference or of the installation: its search and a page of its entries. */
export function AuditLog({ base, search, actions, entries, older, reader, timeZone, registrations }: Props) {
  const t = useTranslations("desk.audit");
  const inWords = (action: string) => {
    const key = `actions.${action}` as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : action;
  };
  const searched = auditAddress({ ...search, before: null }) !== "";
  return (
    <>
      <search>
        <form
          action={base}
          method="get"
          className="mb-6 grid items-end gap-3 sm:grid-cols-2 wide:grid-cols-3"
        >
          <Field type="search" name="q" label={t("text")} defaultValue={search.text} maxLength={100} />
          <Field
            name="person"
            label={t("person")}
            hint={t("personHint")}
            defaultValue={search.person}
            maxLength={254}
          />
          <Select name="action" label={t("action")} defaultValue={search.action ?? ""}>
            <option value="">{t("any")}</option>
            {actions.map((action) => (
              <option key={action} value={action}>
                {inWords(action)}
              </option>
            ))}
          </Select>
          <Field type="date" name="from" label={t("from")} defaultValue={search.from ?? ""} />
          <Field type="date" name="to" label={t("until")} defaultValue={search.to ?? ""} />
          <div className="flex flex-wrap gap-3">
            <Button type="submit">{t("show")}</Button>
            {searched ? (
              <ButtonLink look="quiet" href={base}>
                {t("clear")}
              </ButtonLink>
            ) : null}
          </div>
        </form>
      </search>
      {entries.length === 0 ? (
        <p className="border-t border-line py-8 text-ink-2">{searched ? t("nothingFits") : t("empty")}</p>
      ) : (
        <ol className="border-t border-line">
          {entries.map((entry) => (
            <li
              key={entry.id}
              className="grid gap-x-6 border-b border-line py-2.5 text-[15px] [overflow-wrap:anywhere] wide:grid-cols-[10rem_minmax(0,1fr)_minmax(0,15rem)]"
            >
              <span className="text-sm text-ink-2 tabular-nums wide:pt-0.5">
                {formatInstant(entry.at, "stamp", reader, timeZone)}
              </span>
              <span>
                <AuditWords entry={entry} />
                <AuditSubject entry={entry} registrations={registrations} />
              </span>
              <span className="text-sm text-ink-2 wide:pt-0.5">
                <AuditActor entry={entry} />
                {entry.network ? <span className="text-ink-3">, {entry.network}</span> : null}
              </span>
            </li>
          ))}
        </ol>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        {search.before ? (
          <ButtonLink look="secondary" size="small" href={base + auditAddress({ ...search, before: null })}>
            {t("newest")}
          </ButtonLink>
        ) : null}
        {older ? (
          <ButtonLink
            look="secondary"
            size="small"
            rel="next"
            href={base + auditAddress({ ...search, before: older })}
          >
            {t("older")}
          </ButtonLink>
        ) : null}
      </div>
    </>
  );
}
