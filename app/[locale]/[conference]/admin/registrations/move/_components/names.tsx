import { useTranslations } from "next-intl";

type Person = { id: string; givenName: string; familyName: string; organisation: string };
type Props = { title: string; people: Person[]; list: string };

const IN_SIGHT = 10;

/** Who is meant: the first ones in sight, the others one press away. */
export function Names({ title, people, list }: Props) {
  const t = useTranslations("desk.bulk");
  const lines = (some: Person[]) => (
    <ul className="grid gap-1">
      {some.map(({ id, givenName, familyName, organisation }) => (
        <li key={id} className="[overflow-wrap:anywhere]">
          <a className="link reach" href={`${list}/${id}`}>
            {givenName} {familyName}
          </a>
          {organisation ? <span className="text-ink-2">, {organisation}</span> : null}
        </li>
      ))}
    </ul>
  );
  return (
    <section>
      <h2 className="mb-2 text-[17px]">{title}</h2>
      {lines(people.slice(0, IN_SIGHT))}
      {people.length > IN_SIGHT ? (
        <details className="mt-1">
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-action">
            {t("others", { count: people.length - IN_SIGHT })}
          </summary>
          {lines(people.slice(IN_SIGHT))}
        </details>
      ) : null}
    </section>
  );
}
