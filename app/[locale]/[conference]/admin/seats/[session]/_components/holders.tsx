import { useTranslations } from "next-intl";

type Person = {
  id: string;
  registrationId: string;
  givenName: string;
  familyName: string;
  organisation: string;
};

/** People in order of arrival, each with the way out. */
export function Holders({
  title,
  none,
  people,
  desk,
  here,
}: {
  title: string;
  none: string;
  people: Person[];
  desk: string;
  here: string;
}) {
  const t = useTranslations("seats.desk");
  return (
    <section className="mb-10 max-w-[900px]">
      <h2 className="mb-3 text-[22px]">{title}</h2>
      {people.length === 0 ? <p className="text-ink-2">{none}</p> : null}
      <ol>
        {people.map(({ id, registrationId, givenName, familyName, organisation }, index) => (
          <li
            key={id}
            className="grid grid-cols-[2.5rem_minmax(0,1fr)_auto] items-center gap-x-4 border-t border-line py-1.5 text-[15px] [overflow-wrap:anywhere]"
          >
            <span className="text-ink-3 tabular-nums">{index + 1}</span>
            <span>
              <a className="link reach font-semibold" href={`${desk}/registrations/${registrationId}`}>
                {givenName} {familyName}
              </a>
              {organisation ? <span className="text-ink-2"> · {organisation}</span> : null}
            </span>
            <a
              className="link inline-flex min-h-11 items-center text-sm"
              href={`${here}?remove=${id}`}
              aria-label={t("removeNamed", { name: `${givenName} ${familyName}` })}
            >
              {t("remove")}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
