import { getTranslations } from "next-intl/server";
import { Markup } from "@/components/ui/markup";
import { initials } from "@/components/ui/monogram";
import { Section } from "@/components/ui/section";
import { db } from "@/db/client";
import type { Conference } from "@/lib/conferences/queries";
import { html } from "@/lib/html";
import type { Locale } from "@/lib/i18n/locales";
import { listSpeakers } from "@/lib/programme/queries";

const SHOWN = 8;

export async function HomeSpeakers({ conference }: { conference: Conference & { reader: Locale } }) {
  const t = await getTranslations("home.speakers");
  const { reader, slug } = conference;
  const speakers = await listSpeakers(db, conference, reader);
  if (speakers.length === 0) return null;
  const markup = speakers
    .slice(0, SHOWN)
    .map(
      ({ slug: id, name, affiliation, photoId }) =>
        html`<li class="someone">${
          photoId
            ? html`<img class="monogram" src="/photos/${photoId}" alt="" loading="lazy" width="56" height="56">`
            : html`<span class="monogram" aria-hidden="true">${initials(name)}</span>`
        }<div><a href="/${reader}/${slug}/speakers#${id}">${name}</a>${affiliation && html`<p>${affiliation}</p>`}</div>`,
    );
  return (
    <Section
      title={t("title")}
      more={
        <a href={`/${reader}/${slug}/speakers`} className="link">
          {t("all")}
        </a>
      }
    >
      <Markup as="ul" id="someones" className="someones" html={html`${markup}`} />
    </Section>
  );
}
