import { useTranslations } from "next-intl";
import { Press } from "@/components/registrations/press";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { Locale } from "@/lib/i18n/locales";
import { removeSeatAction } from "@/lib/seats/actions";

/** Asks once more: the person is told at once, and the next in line moves up. */
export function Removal({
  person: { id, givenName, familyName, state },
  conference,
  reader,
  session,
}: {
  person: { id: string; givenName: string; familyName: string; state: string };
  conference: string;
  reader: Locale;
  session: string;
}) {
  const t = useTranslations("seats.desk");
  const name = `${givenName} ${familyName}`;
  return (
    <div className="mb-8 max-w-[620px]">
      <Panel title={t("removeTitle", { name })}>
        <p className="mb-4 text-ink-2">{t(state === "booked" ? "removeText" : "removeWaiting")}</p>
        <div className="flex flex-wrap items-start gap-3">
          <Press look="danger" action={removeSeatAction.bind(null, conference, reader, session, id)}>
            {t("removeSure")}
          </Press>
          <ButtonLink look="secondary" href={`/${reader}/${conference}/admin/seats/${session}`}>
            {t("keep")}
          </ButtonLink>
        </div>
      </Panel>
    </div>
  );
}
