import { useFormatter, useTranslations } from "next-intl";
import { pageNumbers } from "@/lib/paging";

const box =
  "inline-flex min-h-11 min-w-11 items-center justify-center rounded-lg border px-3 text-sm tabular-nums wide:min-h-9 wide:min-w-9";

/** Links to the other pages of a list. Nothing when there is one page only. */
export function Pages({
  page,
  pages,
  href,
}: {
  page: number;
  pages: number;
  href: (page: number) => string;
}) {
  const t = useTranslations("desk.pages");
  const format = useFormatter();
  if (pages < 2) return null;
  return (
    <nav aria-label={t("label")} className="mt-5 flex flex-wrap items-center gap-1.5">
      {page > 1 ? (
        <a className={`${box} border-line-strong text-ink no-underline`} href={href(page - 1)} rel="prev">
          {t("previous")}
        </a>
      ) : null}
      {pageNumbers(page, pages).map((number, index, all) =>
        number === null ? (
          <span key={`after ${all[index - 1]}`} className="px-1 text-ink-3">
            …
          </span>
        ) : (
          <a
            key={number}
            href={href(number)}
            aria-label={t("page", { page: number })}
            aria-current={number === page ? "page" : undefined}
            className={`${box} border-transparent text-ink no-underline hover:border-line-strong aria-[current]:bg-action-wash aria-[current]:font-semibold`}
          >
            {format.number(number)}
          </a>
        ),
      )}
      {page < pages ? (
        <a className={`${box} border-line-strong text-ink no-underline`} href={href(page + 1)} rel="next">
          {t("next")}
        </a>
      ) : null}
    </nav>
  );
}
