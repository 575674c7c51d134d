import { getTranslations } from "next-intl/server";
import { Markup } from "@/components/ui/markup";
import { Section } from "@/components/ui/section";
import { db } from "@/db/client";
import type { Conference } from "@/lib/conferences/queries";
import { formatDay, formatInstant } from "@/lib/dates";
import { html } from "@/lib/html";
import type { Locale } from "@/lib/i18n/locales";
import { listProgramme } from "@/lib/programme/queries";
import { byDay } from "@/lib/programme/rules";

const GLIMPSE = 5;

/** Each day's first sessions. */
export async function HomeProgramme({ conference }: { conference: Conference & { reader: Locale } }) {
  const t = await getTranslations("home.programme");
  const { reader, slug, timeZone, locale } = conference;
  const sessions = await listProgramme(db, conference, reader);
  const days = byDay(
    sessions.filter(({ kind, cancelled }) => kind !== "break" && !cancelled),
    timeZone,
  );
  if (days.length === 0) {
    return (
      <Section title={t("title")}>
        <p className="text-ink-2">{t("none")}</p>
      </Section>
    );
  }
  const place = `${slug}/programme`;
  const lang = locale === reader ? null : html` lang="${locale}"`;
  const markup = days.map(({ day, sessions: all }) => {
    const more = all.length - GLIMPSE;
    return html`<div><h3><a class="reach" href="/${reader}/${place}?day=${day}">${formatDay(day, "dayShort", reader)}</a></h3><ul class="glimpse">${all
      .slice(0, GLIMPSE)
      .map(
        (session) =>
          html`<li><time>${formatInstant(session.startsAt, "time", reader, timeZone)}</time><a${lang} href="/${reader}/${place}/${session.slug}">${session.title}</a>`,
      )}</ul>${
      more > 0 &&
      html`<a class="link" href="/${reader}/${place}?day=${day}">${t("more", { count: more })}</a>`
    }</div>`;
  });
  return (
    <Section
      title={t("title")}
      more={
        <a href={`/${reader}/${place}`} className="link">
          {t("all")}
        </a>
      }
    >
      <Markup id="glimpses" className="glimpses" html={html`${markup}`} />
    </Section>
  );
}
