import { getTranslations } from "next-intl/server";

/** Who someone is, whether they came in already, and whether a second factor guards their account. */
export async function PersonLine({
  person,
  you,
}: {
  person: {
    email: string;
    givenName: string | null;
    familyName: string | null;
    known: boolean;
    secondFactor: boolean;
  };
  you: boolean;
}) {
  const t = await getTranslations("desk.roles");
  const name = [person.givenName, person.familyName].filter(Boolean).join(" ");
  return (
    <div className="min-w-0">
      <p className="font-semibold [overflow-wrap:anywhere]">
        {name || person.email}
        {you ? <span className="font-normal text-yours-ink"> ({t("you")})</span> : null}
      </p>
      <p className="text-sm text-ink-2 [overflow-wrap:anywhere]">
        {[
          name ? person.email : null,
          person.known ? null : t("invited"),
          t(person.secondFactor ? "secondFactor" : "noSecondFactor"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </div>
  );
}
