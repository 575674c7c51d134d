import { getTranslations } from "next-intl/server";
import { PlacesPanel } from "@/components/places/places-panel";
import type { Conference } from "@/lib/conferences/queries";
import { eachDay, formatDayRange } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import { localize, localizedIn } from "@/lib/i18n/text";

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
    <div className="on-night bg-night text-on-night">
      <div className="wrap grid items-center gap-10 py-12 wide:grid-cols-[1.25fr_0.75fr] wide:gap-12 wide:py-[72px]">
        <div>
          <h1 className="text-[clamp(2.4rem,5.4vw,4rem)] break-words hyphens-auto sm:hyphens-manual">
            {name}
          </h1>
          <p className="mt-[18px] max-w-[54ch] text-lg text-on-night-2 wide:text-[19px]">
            <span lang={themeIn === reader ? undefined : themeIn}>
              {sentence(localize(theme, reader, locale))}
            </span>{" "}
            {t("lead", { days: eachDay(startsOn, endsOn).length, capacity })}
          </p>
          <dl className="mt-7 flex flex-wrap gap-x-9 gap-y-4">
            {facts.map(([term, value]) => (
              <div key={term}>
                <dt className="text-[13px] text-on-night-3">{term}</dt>
                <dd className="font-semibold">{value}</dd>
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
