import { getTranslations } from "next-intl/server";
import { PlacesPanel } from "@/components/places/places-panel";
import type { Conference } from "@/lib/conferences/queries";
import { formatDayRange } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import { localize, localizedIn } from "@/lib/i18n/text";
import { eachDay } from "@/lib/local-time";

/** What it is, when, where, what it costs, and whether there is a place. */
export async function HomeHero({ conference }: { conference: Conference & { reader: Locale } }) {
  const t = await getTranslations("home");
  const { reader, locale, name, theme, fee, startsOn, endsOn, venueName, venueCity, capacity } = conference;
  const themeIn = localizedIn(theme, reader, locale);
  const facts = [
    [t("when"), formatDayRange(startsOn, endsOn, reader)],
    [t("where"), [venueName, venueCity].filter(Boolean).join(", ")],
    [t("fee"), localize(fee, reader, locale)],
  ].filter(([, value]) => value);
  return (
    <div className="on-night hero">
      <div className="wrap">
        <div>
          <h1>{name}</h1>
          <p>
            <span {...(themeIn === reader ? {} : { lang: themeIn })}>
              {sentence(localize(theme, reader, locale))}
            </span>{" "}
            {t("lead", { days: eachDay(startsOn, endsOn).length, capacity })}
          </p>
          <dl>
            {facts.map(([term, value]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
        <PlacesPanel conference={conference} />
      </div>
    </div>
  );
}

/** A theme is often written without its full stop. */
function sentence(text: string): string {
  return text === "" || /[.!?…]$/.test(text) ? text : `${text}.`;
}
