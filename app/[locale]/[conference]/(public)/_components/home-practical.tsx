import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";

/** Where it is, and who makes it. */
export async function HomePractical({ conference }: { conference: Conference & { reader: Locale } }) {
  const t = await getTranslations("home");
  const { reader, slug, venueName, venueAddress, venueCity, organisers, partners, hashtag } = conference;
  const lists = [
    [t("organisers"), organisers],
    [t("partners"), partners],
  ] as const;
  return (
    <div className="pb-10">
      <Section title={t("practical.title")}>
        <div className="grid gap-8 border-t-2 border-ink pt-5 wide:grid-cols-3 wide:gap-10">
          <div>
            <p className="text-lg leading-snug font-semibold">{venueName}</p>
            <p className="mt-1 text-ink-2">{[venueAddress, venueCity].filter(Boolean).join(", ")}</p>
            {hashtag ? <p className="mt-1 text-ink-2">{hashtag}</p> : null}
            <a
              href={`/${reader}/${slug}/practical`}
              className="link mt-2 inline-flex min-h-11 items-center font-semibold"
            >
              {t("practical.link")}
            </a>
          </div>
          {lists.map(([title, names]) =>
            names.length > 0 ? (
              <div key={title}>
                <h3 className="text-[13px] font-semibold tracking-normal text-ink-3">{title}</h3>
                <ul className="mt-2 grid gap-2 text-[15px]">
                  {names.map((name) => (
                    <li key={name}>{name}</li>
                  ))}
                </ul>
              </div>
            ) : null,
          )}
        </div>
      </Section>
    </div>
  );
}
