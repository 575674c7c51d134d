import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import type { Conference } from "@/lib/conferences/queries";
import { countryName } from "@/lib/i18n/countries";
import { localize } from "@/lib/i18n/text";
import type { listChoices } from "@/lib/registration-filters/queries";
import { sizes, sorts, type View } from "@/lib/registration-list/rules";

type Props = {
  base: string;
  view: View;
  choices: Awaited<ReturnType<typeof listChoices>>;
  conference: Conference;
};

/** A form that leads to an address: whoever has the address sees the same list. */
export function FilterForm({ base, view, choices, conference }: Props) {
  const t = useTranslations("desk.registrations");
  const locale = useLocale();
  const { filter } = view;
  const name = (text: Record<string, string>) => localize(text, locale, conference.locale);
  const countries = choices.countries
    .map((code) => ({ code, name: countryName(code, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
  const narrowed = Boolean(filter.typeId || filter.country || filter.checkedIn || filter.answer);
  return (
    <search>
      <form action={base} method="get" className="mb-4 grid gap-3">
        {filter.state ? <input type="hidden" name="state" value={filter.state} /> : null}
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-[1_1_16rem]">
            <Field type="search" name="q" label={t("search")} defaultValue={filter.search} maxLength={100} />
          </div>
          <Button type="submit">{t("show")}</Button>
        </div>
        <details open={narrowed || view.sort !== "newest"}>
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-action wide:min-h-9">
            {t("more")}
          </summary>
          <div className="mt-2 grid gap-3 sm:grid-cols-2 wide:grid-cols-3">
            <Select name="type" label={t("type")} defaultValue={filter.typeId ?? ""}>
              <option value="">{t("any")}</option>
              {choices.types.map((type) => (
                <option key={type.id} value={type.id}>
                  {name(type.name)}
                </option>
              ))}
            </Select>
            <Select name="country" label={t("country")} defaultValue={filter.country ?? ""}>
              <option value="">{t("any")}</option>
              {countries.map((country) => (
                <option key={country.code} value={country.code}>
                  {country.name}
                </option>
              ))}
            </Select>
            <Select
              name="answer"
              label={t("answer")}
              defaultValue={filter.answer ? `${filter.answer.questionId}:${filter.answer.value}` : ""}
            >
              <option value="">{t("any")}</option>
              {choices.questions.map((question) => (
                <optgroup key={question.id} label={name(question.label)}>
                  {question.kind === "yes-no"
                    ? (["true", "false"] as const).map((value) => (
                        <option key={value} value={`${question.id}:${value}`}>
                          {t(`yesNo.${value}`)}
                        </option>
                      ))
                    : question.options.map((option) => (
                        <option key={option.value} value={`${question.id}:${option.value}`}>
                          {name(option.label)}
                        </option>
                      ))}
                </optgroup>
              ))}
            </Select>
            <Select name="checked" label={t("checkedIn")} defaultValue={filter.checkedIn ?? ""}>
              <option value="">{t("any")}</option>
              <option value="yes">{t("yesNo.true")}</option>
              <option value="no">{t("yesNo.false")}</option>
            </Select>
            <Select name="sort" label={t("sort")} defaultValue={view.sort}>
              {sorts.map((sort) => (
                <option key={sort} value={sort}>
                  {t(`sorts.${sort}`)}
                </option>
              ))}
            </Select>
            <Select name="size" label={t("size")} defaultValue={String(view.size)}>
              {sizes.map((size) => (
                <option key={size} value={size}>
                  {size}
                </option>
              ))}
            </Select>
          </div>
        </details>
      </form>
    </search>
  );
}
