import { useLocale, useTranslations } from "next-intl";
import { RegistrationStateWord } from "@/components/desk/registration-state";
import type { Conference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { countryName } from "@/lib/i18n/countries";
import type { listRegistrations } from "@/lib/registration-list/queries";
import type { View } from "@/lib/registration-list/rules";
import { SelectPage } from "./select-page";
import { SortHeader } from "./sort-header";

type Props = {
  base: string;
  view: View;
  rows: Awaited<ReturnType<typeof listRegistrations>>["rows"];
  /** By id of the participant type, in the reader's language. */
  typeNames: Record<string, string>;
  conference: Conference;
};

// Said once for all cells: on every cell of every row it would be half of the page.
const cells =
  "[&>tr]:relative [&>tr]:block [&>tr]:border-b [&>tr]:border-line [&>tr]:py-3 [&>tr]:pl-11 wide:[&>tr]:table-row wide:[&>tr]:hover:bg-sunken [&>tr]:has-checked:bg-action-wash [&>tr>*]:block [&>tr>*]:py-0.5 [&>tr>*]:hyphens-auto [&>tr>*]:[overflow-wrap:anywhere] wide:[&>tr>*]:table-cell wide:[&>tr>*]:px-2.5 wide:[&>tr>*]:py-2.5 wide:[&>tr>*]:align-top";

/** A table on a wide screen; on a phone each row is a card of the same cells. */
export function RegistrationTable({ base, view, rows, typeNames, conference }: Props) {
  const t = useTranslations("desk.registrations");
  const locale = useLocale();
  return (
    <table className="block w-full text-[15px] wide:table wide:table-fixed wide:text-sm">
      <caption className="sr-only">{t("caption")}</caption>
      <thead className="block wide:table-header-group">
        <tr className="block border-b border-line-strong text-left text-ink-2 wide:table-row">
          <th scope="col" className="block py-1 wide:table-cell wide:w-10 wide:px-2.5 wide:py-2">
            <SelectPage label={t("selectPage")} />
            <span className="sr-only">{t("chosen")}</span>
          </th>
          <SortHeader base={base} view={view} sort="name" label={t("name")} width="wide:w-[27%]" />
          <SortHeader base={base} view={view} sort="organisation" label={t("organisation")} />
          <th scope="col" className="hidden px-2.5 py-2 font-semibold wide:table-cell">
            {t("type")}
          </th>
          <SortHeader base={base} view={view} sort="country" label={t("country")} width="wide:w-[10%]" />
          <th scope="col" className="hidden w-[14%] px-2.5 py-2 font-semibold wide:table-cell">
            {t("state")}
          </th>
          <SortHeader
            base={base}
            view={view}
            sort="newest"
            reverse="oldest"
            label={t("registeredAt")}
            width="wide:w-[13%]"
          />
        </tr>
      </thead>
      <tbody className={`block wide:table-row-group ${cells}`}>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="max-wide:absolute max-wide:top-1.5 max-wide:left-0 wide:py-0!">
              <label className="flex size-11 items-center justify-center wide:size-10 wide:justify-start">
                <span className="sr-only">{t("choose", { name: `${row.givenName} ${row.familyName}` })}</span>
                <input
                  type="checkbox"
                  name="id"
                  value={row.id}
                  className="size-5 accent-action wide:size-4"
                />
              </label>
            </td>
            <th scope="row" className="text-left font-normal">
              <a href={`${base}/${row.id}`} className="link reach font-semibold">
                {row.familyName}, {row.givenName}
              </a>
              <span className="block text-[13px] text-ink-2">{row.email}</span>
            </th>
            <td>{row.organisation}</td>
            <td className="text-ink-2">{typeNames[row.typeId]}</td>
            <td className="text-ink-2">{countryName(row.country, locale)}</td>
            <td>
              <RegistrationStateWord
                state={row.state}
                cancelReason={row.cancelReason}
                checkedIn={row.checkedInAt !== null}
              />
              {row.offeredUntil ? (
                <span className="block text-[13px] text-ink-2">
                  {t("offeredUntil", {
                    moment: formatInstant(row.offeredUntil, "stamp", locale, conference.timeZone),
                  })}
                </span>
              ) : null}
            </td>
            <td className="text-ink-2 tabular-nums">
              <span className="wide:hidden">{t("registeredAt")}: </span>
              {formatInstant(row.registeredAt, "stamp", locale, conference.timeZone)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
