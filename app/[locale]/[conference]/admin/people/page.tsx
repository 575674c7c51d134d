import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { PersonLine } from "@/components/roles/person-line";
import { RoleDone } from "@/components/roles/role-done";
import { Withdraw } from "@/components/roles/withdraw";
import { Form, FormField, FormSelect } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { assignRole, withdrawRole } from "@/lib/roles/actions";
import { givenRoles } from "@/lib/roles/input";
import { listOwners, listRoles } from "@/lib/roles/queries";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.roles"))("title") };
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const { slug } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const [held, owners] = await Promise.all([listRoles(db, organiser), listOwners(db, organiser)]);
  const t = await getTranslations("desk.roles");
  const hint = (role: string, personId: string, last: boolean) => {
    if (role === "organiser" && last) return t("takeLast");
    if (role === "organiser" && personId === organiser.personId) return t("takeSelf");
    return t("takeHint");
  };
  return (
    <DeskPage title={t("title")} lead={t("lead")}>
      <RoleDone done={(await searchParams).done} />
      <div className="grid items-start gap-8 wide:grid-cols-[minmax(0,1fr)_340px]">
        <div className="wide:order-2">
          <Panel title={t("give")}>
            <Form action={assignRole.bind(null, slug)} className="grid gap-4">
              <FormField
                name="email"
                type="email"
                label={t("email")}
                hint={t("emailHint")}
                autoComplete="off"
              />
              <FormSelect name="role" label={t("role")} defaultValue="organiser">
                {givenRoles.map((role) => (
                  <option key={role} value={role}>
                    {t(`one.${role}`)}
                  </option>
                ))}
              </FormSelect>
              <div>
                <SubmitButton>{t("giveNow")}</SubmitButton>
              </div>
            </Form>
          </Panel>
        </div>
        <div className="grid gap-9">
          {givenRoles.map((role) => {
            const people = held.filter((each) => each.role === role);
            return (
              <section key={role}>
                <h2 className="mb-2 text-[17px]">{t(`names.${role}`)}</h2>
                {people.length === 0 ? (
                  <p className="text-ink-2">{t(role === "organiser" ? "onlyOwners" : "nobody")}</p>
                ) : (
                  <ul className="border-b border-line">
                    {people.map((person) => (
                      <li
                        key={person.personId}
                        className="grid items-center gap-x-6 border-t border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
                      >
                        <PersonLine person={person} you={person.personId === organiser.personId} />
                        <Withdraw
                          action={withdrawRole.bind(null, slug, person.personId, role)}
                          label={t("take")}
                          name={`${t(`names.${role}`)}: ${person.email}`}
                          hint={hint(role, person.personId, people.length === 1)}
                          button={t("takeNow", { email: person.email })}
                        />
                      </li>
                    ))}
                  </ul>
                )}
              </section>
            );
          })}
          <section>
            <h2 className="text-[17px]">{t("owners")}</h2>
            <p className="mb-2 text-sm text-ink-2">{t("ownersLead")}</p>
            <ul className="border-b border-line">
              {owners.map((owner) => (
                <li key={owner.personId} className="border-t border-line py-3">
                  <PersonLine person={owner} you={owner.personId === organiser.personId} />
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </DeskPage>
  );
}
