import { getFormatter, getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import type { Organiser } from "@/lib/auth/actors";
import { countForNavigation } from "@/lib/desk/queries";
import { type DeskEntry, deskGroups } from "@/lib/desk/rules";
import { DeskLink } from "./desk-link";

/** Every part of the desk, with how much lies in it. */
export async function DeskNavigation({ organiser, locale }: { organiser: Organiser; locale: string }) {
  const [t, format, counted] = await Promise.all([
    getTranslations("desk.navigation"),
    getFormatter(),
    countForNavigation(db, organiser),
  ]);
  const desk = `/${locale}/${organiser.conference.slug}/admin`;
  const counts: Partial<Record<DeskEntry, number>> = {
    registrations: counted.registrations,
    "waiting-list": counted.waiting,
  };
  return (
    <nav aria-label={t("label")} className="grid content-start text-[15px]">
      <DeskLink href={desk} exact>
        {t("overview")}
      </DeskLink>
      {deskGroups.map(({ name, entries }) => (
        <div key={name}>
          <h2 className="mx-3 mt-4 mb-1 text-xs tracking-normal text-on-night-3">{t(`groups.${name}`)}</h2>
          <ul>
            {entries.map((entry) => {
              const count = counts[entry];
              return (
                <li key={entry}>
                  <DeskLink
                    href={`${desk}/${entry}`}
                    count={
                      entry === "outbox" && counted.failed > 0
                        ? t("failed", { count: counted.failed })
                        : count === undefined
                          ? undefined
                          : format.number(count)
                    }
                  >
                    {t(entry)}
                  </DeskLink>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
      <ul className="mt-5 border-t border-night-line pt-3">
        <li>
          <a
            href={`/${locale}/${organiser.conference.slug}`}
            className="flex min-h-11 items-center rounded-lg px-3 text-on-night-2 no-underline hover:bg-night-2 hover:text-on-night wide:min-h-[38px]"
          >
            {t("site")}
          </a>
        </li>
        <li>
          <a
            href={`/${locale}/${organiser.conference.slug}/registration`}
            className="flex min-h-11 items-center rounded-lg px-3 text-on-night-2 no-underline hover:bg-night-2 hover:text-on-night wide:min-h-[38px]"
          >
            {t("account")}
          </a>
        </li>
        {organiser.isOwner ? (
          <li>
            <a
              href={`/${locale}/owner`}
              className="flex min-h-11 items-center rounded-lg px-3 text-on-night-2 no-underline hover:bg-night-2 hover:text-on-night wide:min-h-[38px]"
            >
              {t("owner")}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
