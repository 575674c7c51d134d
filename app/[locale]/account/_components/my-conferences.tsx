import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { StateWord, type Tone } from "@/components/ui/state-word";
import { db } from "@/db/client";
import type { Person } from "@/lib/auth/actors";
import { formatDayRange } from "@/lib/dates";
import { listMyConferences } from "@/lib/people/queries";

const tones: Record<string, Tone> = { confirmed: "ok", offered: "warn", pending: "warn", waitlisted: "warn" };

/** Where the person takes part or has a role, with the ways there. */
export async function MyConferences({ person, locale }: { person: Person; locale: string }) {
  const [t, conferences] = await Promise.all([
    getTranslations("account.conferences"),
    listMyConferences(db, person),
  ]);
  const owner = await getTranslations("account.owner");
  return (
    <section>
      <h2 className="mb-4 text-2xl">{t("title")}</h2>
      {conferences.length === 0 ? (
        <div className="grid justify-items-start gap-3">
          <p className="text-ink-2">{t("empty")}</p>
          <ButtonLink look="secondary" href={`/${locale}`}>
            {t("front")}
          </ButtonLink>
        </div>
      ) : (
        <ul className="border-t border-line">
          {conferences.map(({ id, slug, name, startsOn, endsOn, registration, roles }) => {
            const home = `/${locale}/${slug}`;
            const desk = person.isOwner || roles.includes("organiser");
            return (
              <li key={id} className="border-b border-line py-3">
                <a href={home} className="link inline-block py-1 text-lg font-semibold">
                  {name}
                </a>
                <p className="text-sm text-ink-2">{formatDayRange(startsOn, endsOn, locale)}</p>
                <p className="flex flex-wrap gap-x-3">
                  {registration ? (
                    <StateWord tone={tones[registration] ?? "quiet"}>{t(`state.${registration}`)}</StateWord>
                  ) : null}
                  {roles.map((role) => (
                    <StateWord key={role} tone="quiet">
                      {t(`role.${role}`)}
                    </StateWord>
                  ))}
                </p>
                <p className="flex flex-wrap gap-x-5">
                  {registration ? <Way href={`${home}/registration`}>{t("registration")}</Way> : null}
                  <Way href={`${home}/my-data`}>{t("data")}</Way>
                  {desk ? <Way href={`${home}/admin`}>{t("desk")}</Way> : null}
                </p>
              </li>
            );
          })}
        </ul>
      )}
      {person.isOwner ? (
        <p className="mt-4">
          {owner("text")} <a href={`/${locale}/owner`}>{owner("link")}</a>
        </p>
      ) : null}
    </section>
  );
}

function Way({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="link inline-flex min-h-11 items-center text-[15px]">
      {children}
    </a>
  );
}
