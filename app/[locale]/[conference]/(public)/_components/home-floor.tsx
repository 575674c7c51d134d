import { getTranslations } from "next-intl/server";
import { WindowWord } from "@/components/conferences/window-word";
import { Section } from "@/components/ui/section";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";

const ways = [
  { key: "ideas", module: "ideas", page: "ideas#ideas" },
  { key: "consultations", module: "consultations", page: "ideas#consultations" },
  { key: "meetings", module: "meetings", page: "matchmaking" },
  { key: "vote", module: "award-vote", page: "awards" },
] as const;

/** Four ways to take the floor, and whether each is open. */
export async function HomeFloor({ conference }: { conference: Conference & { reader: Locale } }) {
  const home = await getTranslations("home.floor");
  const t = await getTranslations("floor");
  const { reader, slug } = conference;
  return (
    <div className="pt-6">
      <Section title={home("title")} lead={home("lead")}>
        <ul className="ways">
          {ways.map(({ key, module, page }) => (
            <li key={key}>
              <WindowWord conference={conference} module={module} />
              <h3>{t(`${key}.title`)}</h3>
              <p>{t(`${key}.text`)}</p>
              <a href={`/${reader}/${slug}/${page}`} className="link">
                {t(`${key}.action`)}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
