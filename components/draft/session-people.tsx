import { getTranslations } from "next-intl/server";
import { FormCheckbox } from "@/components/ui/form";
import { FormSection } from "@/components/ui/form-section";
import type { DraftSession } from "@/lib/sessions/rules";
import type { Draft } from "./draft";
import { PeopleField } from "./people-field";

type Props = {
  draft: Pick<Draft, "speakers" | "hosts">;
  session: DraftSession | undefined;
  names: { hosts: Record<string, string> };
};

/** Who speaks, moderates and hosts. */
export async function SessionPeople({ draft: { speakers, hosts }, session, names }: Props) {
  const t = await getTranslations("desk.programme.session");
  const form = await getTranslations("desk.form");
  const people = {
    options: speakers.map(({ id, name, affiliation }) => ({
      id,
      name: affiliation ? `${name} (${affiliation})` : name,
    })),
    words: {
      add: t("addPerson"),
      none: t("noPerson"),
      up: form("up"),
      down: form("down"),
      remove: form("remove"),
    },
  };
  return (
    <FormSection title={t("who")} hint={t("whoHint")}>
      <PeopleField name="speakers" label={t("speakers")} chosen={session?.speakers ?? []} {...people} />
      <PeopleField name="moderators" label={t("moderators")} chosen={session?.moderators ?? []} {...people} />
      <fieldset>
        <legend className="text-[15px] font-semibold">{t("hosts")}</legend>
        <p className="text-sm text-ink-2">{hosts.length > 0 ? t("hostsHint") : t("noHosts")}</p>
        {hosts.map((host) => (
          <FormCheckbox
            key={host.id}
            name="hosts[]"
            value={host.id}
            label={names.hosts[host.id] ?? host.email}
            defaultChecked={session?.hosts.includes(host.id)}
          />
        ))}
      </fieldset>
    </FormSection>
  );
}
