import { useTranslations } from "next-intl";
import { isLocale, localeNames } from "@/lib/i18n/locales";
import type { HeldRow } from "@/lib/personal-data/queries";
import { Facts, Part } from "./facts";
import { momentOf, type Shown, textOf } from "./values";

export function AccountData({ data, ...shown }: { data: Record<string, HeldRow[]> } & Shown) {
  const t = useTranslations("myData");
  const person = data.persons?.[0];
  const locale = textOf(person, "locale");
  const roles = [
    ...(data.owners?.length ? [t("owner")] : []),
    ...(data.roles ?? []).map((row) =>
      t("role", { role: textOf(row, "role"), conference: textOf(row, "conference") }),
    ),
  ];
  return (
    <Part title={t("account")}>
      <Facts
        facts={[
          [t("fields.email"), textOf(person, "email")],
          [t("fields.name"), `${textOf(person, "given_name")} ${textOf(person, "family_name")}`.trim()],
          [t("fields.locale"), isLocale(locale) ? localeNames[locale] : locale],
          [t("fields.created_at"), momentOf(person, "created_at", shown)],
          [t("fields.number"), textOf(person, "number")],
          [t("fields.second_factor"), momentOf(data.second_factors?.[0], "confirmed_at", shown)],
          [t("fields.roles"), roles.join("; ")],
        ]}
      />
    </Part>
  );
}
