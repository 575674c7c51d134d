import { getTranslations } from "next-intl/server";
import { Markup } from "@/components/ui/markup";
import { Section } from "@/components/ui/section";
import type { Conference } from "@/lib/conferences/queries";
import { html } from "@/lib/html";
import type { Locale } from "@/lib/i18n/locales";

/** Where it is, and who makes it. */
export async function HomePractical({ conference }: { conference: Conference & { reader: Locale } }) {
  const t = await getTranslations("home");
  const { reader, slug, venueName, venueAddress, venueCity, organisers, partners, hashtag } = conference;
  const list = (title: string, names: string[]) =>
    names.length > 0 && html`<div><h3>${title}</h3><ul>${names.map((name) => html`<li>${name}`)}</ul></div>`;
  const address = [venueAddress, venueCity].filter(Boolean).join(", ");
  const markup = html`<div><strong>${venueName}</strong><p>${address}</p>${
    hashtag && html`<p>${hashtag}</p>`
  }<a class="link" href="/${reader}/${slug}/practical">${t("practical.link")}</a></div>${list(
    t("organisers"),
    organisers,
  )}${list(t("partners"), partners)}`;
  return (
    <div className="pb-10">
      <Section title={t("practical.title")}>
        <Markup id="venue" className="venue" html={markup} />
      </Section>
    </div>
  );
}
