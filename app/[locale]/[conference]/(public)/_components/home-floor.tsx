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
        <ul className="grid border-t-2 border-ink sm:grid-cols-2 wide:grid-cols-4">
          {ways.map(({ key, module, page }) => (
            <li
              key={key}
              className="flex flex-col items-start border-b border-line py-5 sm:mr-5 sm:pr-5 wide:border-r wide:border-b-0 wide:pb-6 wide:last:mr-0 wide:last:border-r-0 wide:last:pr-0"
            >
              <WindowWord conference={conference} module={module} />
              <h3 className="mt-3 mb-2 text-xl">{t(`${key}.title`)}</h3>
              <p className="text-[15px] text-ink-2">{t(`${key}.text`)}</p>
              <a
                href={`/${reader}/${slug}/${page}`}
                className="link mt-auto inline-flex pt-2.5 min-h-11 items-center font-semibold wide:min-h-8"
              >
                {t(`${key}.action`)}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
