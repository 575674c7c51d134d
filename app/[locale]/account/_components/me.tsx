import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/ui/panel";
import type { Person } from "@/lib/auth/actors";
import { saveMyself } from "@/lib/people/actions";
import { MeForm } from "./me-form";

/** Name, address, language of mails. */
export async function Me({ person }: { person: Person }) {
  const t = await getTranslations("account.me");
  return (
    <Panel title={t("title")}>
      <p className="font-semibold break-all">{person.email}</p>
      <p className="mb-4 text-sm text-ink-2">{t("emailHint")}</p>
      <MeForm
        action={saveMyself}
        person={{
          givenName: person.givenName ?? "",
          familyName: person.familyName ?? "",
          locale: person.locale,
        }}
        labels={{
          givenName: t("givenName"),
          familyName: t("familyName"),
          optional: t("optional"),
          locale: t("locale"),
          save: t("save"),
          saving: t("saving"),
        }}
      />
    </Panel>
  );
}
