import { useLocale, useTranslations } from "next-intl";
import type { Conference } from "@/lib/conferences/queries";
import { countryName } from "@/lib/i18n/countries";
import { localize } from "@/lib/i18n/text";
import type { listChoices } from "@/lib/registration-filters/queries";
import type { Filter } from "@/lib/registration-filters/rules";
import { type View, viewAddress } from "@/lib/registration-list/rules";

type Props = {
  base: string;
  view: View;
  choices: Awaited<ReturnType<typeof listChoices>>;
  conference: Conference;
};

/** What narrows the list, each with the link that takes it away. */
export function ChosenFilters({ base, view, choices, conference }: Props) {
  const t = useTranslations("desk.registrations");
  const locale = useLocale();
  const { filter } = view;
  const name = (text: Record<string, string>) => localize(text, locale, conference.locale);
  const without = (change: Partial<Filter>) =>
    base + viewAddress({ ...view, page: 1, filter: { ...filter, ...change } });
  const type = choices.types.find(({ id }) => id === filter.typeId);
  const question = choices.questions.find(({ id }) => id === filter.answer?.questionId);
  const option = question?.options.find(({ value }) => value === filter.answer?.value);
  const answer = option
    ? name(option.label)
    : filter.answer && t(filter.answer.value === "true" ? "yesNo.true" : "yesNo.false");
  const chips = [
    filter.search && { text: t("chips.search", { text: filter.search }), href: without({ search: "" }) },
    filter.typeId && {
      text: t("chips.type", { text: type ? name(type.name) : "?" }),
      href: without({ typeId: null }),
    },
    filter.country && {
      text: t("chips.country", { text: countryName(filter.country, locale) }),
      href: without({ country: null }),
    },
    filter.answer && {
      text: t("chips.answer", { question: question ? name(question.label) : "?", text: answer ?? "" }),
      href: without({ answer: null }),
    },
    filter.checkedIn && {
      text: t(`chips.checked-${filter.checkedIn}`),
      href: without({ checkedIn: null }),
    },
  ].filter((chip) => typeof chip === "object" && chip !== null);
  if (chips.length === 0) return null;
  return (
    <ul className="mb-4 flex flex-wrap gap-2 text-sm" aria-label={t("chips.label")}>
      {chips.map(({ text, href }) => (
        <li
          key={text}
          className="flex max-w-full items-center gap-2 rounded-lg bg-action-wash pl-3 [overflow-wrap:anywhere]"
        >
          <span>{text}</span>
          <a className="link inline-flex min-h-11 shrink-0 items-center pr-3 wide:min-h-8" href={href}>
            {t("chips.remove")}
            <span className="sr-only">: {text}</span>
          </a>
        </li>
      ))}
      <li>
        <a
          className="link inline-flex min-h-11 items-center wide:min-h-8"
          href={without({ search: "", typeId: null, country: null, answer: null, checkedIn: null })}
        >
          {t("chips.clear")}
        </a>
      </li>
    </ul>
  );
}
