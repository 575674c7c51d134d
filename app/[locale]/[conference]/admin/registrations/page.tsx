import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { Pages } from "@/components/desk/pages";
import { ButtonLink } from "@/components/ui/button";
import { db } from "@/db/client";
import type { AddressParams } from "@/lib/address";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { localize } from "@/lib/i18n/text";
import { pagesOf } from "@/lib/paging";
import { listChoices } from "@/lib/registration-filters/queries";
import { filterFields, isFiltered } from "@/lib/registration-filters/rules";
import { listRegistrations } from "@/lib/registration-list/queries";
import { readView, viewAddress } from "@/lib/registration-list/rules";
import { ChosenFilters } from "./_components/chosen-filters";
import { FilterForm } from "./_components/filter-form";
import { MoveBar } from "./_components/move-bar";
import { NothingFound } from "./_components/nothing-found";
import { RegistrationTable } from "./_components/registration-table";
import { StateTabs } from "./_components/state-tabs";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<AddressParams>;
};

export async function generateMetadata() {
  const t = await getTranslations("desk.registrations");
  return { title: t("title") };
}

export default async function RegistrationsPage({ params, searchParams }: Props) {
  const { reader, slug } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const asked = await searchParams;
  const view = readView(asked);
  const base = `/${reader}/${slug}/admin/registrations`;
  // A form leaves its empty fields in the address.
  if (Object.values(asked).includes("")) redirect(base + viewAddress(view));
  const [t, { rows, counts }, choices] = await Promise.all([
    getTranslations("desk.registrations"),
    listRegistrations(db, organiser, view),
    listChoices(db, organiser),
  ]);
  const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const total = view.filter.state ? counts[view.filter.state] : all;
  const pages = pagesOf(total, view.size);
  if (view.page > pages) redirect(base + viewAddress({ ...view, page: pages }));
  const { conference } = organiser;
  const typeNames = Object.fromEntries(
    choices.types.map(({ id, name }) => [id, localize(name, reader, conference.locale)]),
  );
  const shared = { base, view, choices, conference };
  return (
    <DeskPage
      title={t("title")}
      aside={
        all > 0 ? (
          <ButtonLink
            look="secondary"
            size="small"
            href={`/${reader}/${slug}/admin/exports${viewAddress({ ...view, page: 1 })}`}
          >
            {t("export")}
          </ButtonLink>
        ) : null
      }
    >
      {all > 0 || isFiltered(view.filter) ? (
        <>
          <FilterForm {...shared} />
          <ChosenFilters {...shared} />
          <StateTabs base={base} view={view} counts={counts} />
        </>
      ) : null}
      {total === 0 ? (
        <NothingFound base={base} view={view} elsewhere={all} publicSite={`/${reader}/${slug}/register`} />
      ) : (
        <form action={`${base}/move`} method="get">
          {filterFields(view.filter).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <p className="mb-2 text-sm text-ink-2">
            {t("found", {
              count: total,
              from: (view.page - 1) * view.size + 1,
              to: Math.min(view.page * view.size, total),
            })}
            {!view.filter.state && counts.cancelled > 0
              ? t("withCancelled", { count: counts.cancelled })
              : null}
          </p>
          <RegistrationTable
            base={base}
            view={view}
            rows={rows}
            typeNames={typeNames}
            conference={conference}
          />
          <Pages page={view.page} pages={pages} href={(page) => base + viewAddress({ ...view, page })} />
          <MoveBar
            view={view}
            total={total}
            types={choices.types
              .filter(({ archivedAt }) => !archivedAt)
              .map(({ id }) => ({ id, name: typeNames[id] ?? "" }))}
          />
        </form>
      )}
    </DeskPage>
  );
}
