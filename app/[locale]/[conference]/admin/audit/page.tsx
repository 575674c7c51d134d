import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuditActor, AuditWords } from "@/components/desk/audit-words";
import { DeskPage } from "@/components/desk/desk-page";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { db } from "@/db/client";
import type { AddressParams } from "@/lib/address";
import { listAuditActions, searchAudit } from "@/lib/audit/queries";
import { auditAddress, readAuditSearch } from "@/lib/audit/rules";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<AddressParams>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.audit"))("title") };
}

export default async function AuditPage({ params, searchParams }: Props) {
  const { reader, slug, timeZone } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const asked = await searchParams;
  const search = readAuditSearch(asked);
  const desk = `/${reader}/${slug}/admin`;
  const base = `${desk}/audit`;
  if (Object.values(asked).includes("")) redirect(base + auditAddress(search));
  const [t, { entries, older }, actions] = await Promise.all([
    getTranslations("desk.audit"),
    searchAudit(db, organiser, search),
    listAuditActions(db, organiser),
  ]);
  const inWords = (action: string) => {
    const key = `actions.${action}` as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : action;
  };
  const searched = auditAddress({ ...search, before: null }) !== "";
  return (
    <DeskPage title={t("title")} lead={t("lead")}>
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
                {entry.subjectName ? (
                  <>
                    {": "}
                    <a className="link reach" href={`${desk}/registrations/${entry.subjectId}`}>
                      {entry.subjectName}
                    </a>
                  </>
                ) : null}
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
    </DeskPage>
  );
}
