import { useTranslations } from "next-intl";
import { sessionCard } from "@/components/programme/session-card";
import { Markup } from "@/components/ui/markup";
import type { Conference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { html } from "@/lib/html";
import type { Locale } from "@/lib/i18n/locales";
import { neighbours, type ProgrammeSession, related } from "@/lib/programme/rules";

/** Where to read on: sessions of the same topic, and those before and after in the programme. */
export function Nearby({
  conference,
  session,
  all,
}: {
  conference: Conference & { reader: Locale };
  session: ProgrammeSession;
  all: ProgrammeSession[];
}) {
  const t = useTranslations("session");
  const programme = useTranslations("programme");
  const { reader, slug, timeZone } = conference;
  const near = related(session, all);
  const { previous, next } = neighbours(session, all);
  const cards = near.map(
    (one) =>
      html`<li data-session="${one.slug}" data-id="${one.id}"><time>${formatInstant(one.startsAt, "moment", reader, timeZone)}</time>${sessionCard(programme, conference, one, "h3")}`,
  );
  return (
    <>
      {near.length > 0 ? (
        <section className="mt-14 border-t-2 border-ink pt-5 print:hidden">
          <h2 className="mb-4 text-[22px]">{t("related")}</h2>
          <Markup as="ul" id="related" className="related-cards" html={html`${cards}`} />
        </section>
      ) : null}
      {previous || next ? (
        <nav aria-label={t("readOn")} className="read-on">
          {[
            ["prev", previous],
            ["next", next],
          ].map(([direction, one]) =>
            typeof one === "object" ? (
              <a
                key={one.slug}
                rel={direction === "prev" ? "prev" : "next"}
                href={`/${reader}/${slug}/programme/${one.slug}`}
              >
                <small>
                  {direction === "prev" ? t("previous") : t("next")} ·{" "}
                  {formatInstant(one.startsAt, "moment", reader, timeZone)}
                </small>
                {one.title}
              </a>
            ) : null,
          )}
        </nav>
      ) : null}
    </>
  );
}
