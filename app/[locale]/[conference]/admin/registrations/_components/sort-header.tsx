import { useTranslations } from "next-intl";
import { type Sort, type View, viewAddress } from "@/lib/registration-list/rules";

type Props = {
  base: string;
  view: View;
  sort: Sort;
  /** What a second press leads to. */
  reverse?: Sort;
  label: string;
  width?: string;
};

/** A column's head that sorts by it. On a phone the form above sorts. */
export function SortHeader({ base, view, sort, reverse, label, width = "" }: Props) {
  const t = useTranslations("desk.registrations");
  const here = view.sort === sort || view.sort === reverse;
  const next = view.sort === sort && reverse ? reverse : sort;
  const descending = view.sort === "newest";
  return (
    <th
      scope="col"
      aria-sort={here ? (descending ? "descending" : "ascending") : undefined}
      className={`hidden px-2.5 py-2 font-semibold wide:table-cell ${width}`}
    >
      <a
        className="text-ink-2 no-underline hover:text-ink hover:underline"
        href={base + viewAddress({ ...view, sort: next, page: 1 })}
        title={t("sortBy", { column: label })}
      >
        {label}
        {here ? <span aria-hidden="true"> {descending ? "↓" : "↑"}</span> : null}
      </a>
    </th>
  );
}
