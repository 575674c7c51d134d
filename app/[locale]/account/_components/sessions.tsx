import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/components/people/one-button-form";
import { db } from "@/db/client";
import type { Person } from "@/lib/auth/actors";
import { browserParts } from "@/lib/auth/browser";
import { signOut, signOutElsewhere, signOutEverywhere } from "@/lib/auth-sessions/actions";
import { listSessions } from "@/lib/auth-sessions/queries";
import { realNow } from "@/lib/clock";
import { formatInstant } from "@/lib/dates";

/** Every browser that is signed in, with a button to end it. */
export async function Sessions({ person, locale }: { person: Person; locale: string }) {
  const [t, sessions] = await Promise.all([
    getTranslations("account.sessions"),
    listSessions(db, person, realNow()),
  ]);
  const named = (described: string) => {
    const { browser, system } = browserParts(described);
    return system ? t("browserOn", { browser, system }) : browser || t("unknown");
  };
  // Sessions belong to no conference, so to no conference's time zone.
  const moment = (at: Date) => `${formatInstant(at, "moment", locale, "UTC")} UTC`;
  return (
    <section>
      <h2 className="text-2xl">{t("title")}</h2>
      <p className="mt-1 mb-4 text-ink-2">{t("lead")}</p>
      <ul className="border-t border-line">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3"
          >
            <div>
              <p className="font-semibold">
                {named(session.browser)}
                {session.here ? (
                  <span className="ml-2 rounded bg-yours-wash px-2 py-0.5 text-[13px] text-yours-ink">
                    {t("here")}
                  </span>
                ) : null}
              </p>
              <p className="text-sm text-ink-2 tabular-nums">
                <span className="inline-block">{t("since", { moment: moment(session.createdAt) })}</span>
                {session.here ? null : (
                  <>
                    {" · "}
                    <span className="inline-block">{t("seen", { moment: moment(session.lastSeenAt) })}</span>
                  </>
                )}
              </p>
              {session.network ? (
                <p className="text-sm text-ink-2">{t("network", { network: session.network })}</p>
              ) : null}
            </div>
            {session.here ? (
              <OneButtonForm
                look="secondary"
                size="small"
                action={signOut.bind(null, locale)}
                label={t("endHere")}
              />
            ) : (
              <OneButtonForm
                look="secondary"
                size="small"
                action={signOutElsewhere.bind(null, session.id)}
                label={t("end")}
                describes={t("endOther", { browser: named(session.browser) })}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2">
        <OneButtonForm look="danger" action={signOutEverywhere.bind(null, locale)} label={t("everywhere")} />
        <p className="text-sm text-ink-2">{t("everywhereHint")}</p>
      </div>
    </section>
  );
}
