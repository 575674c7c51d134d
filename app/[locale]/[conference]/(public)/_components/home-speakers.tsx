import { getTranslations } from "next-intl/server";
import { Monogram } from "@/components/ui/monogram";
import { Section } from "@/components/ui/section";
import { db } from "@/db/client";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";
import { listSpeakers } from "@/lib/programme/queries";

const SHOWN = 8;

export async function HomeSpeakers({ conference }: { conference: Conference & { reader: Locale } }) {
  const t = await getTranslations("home.speakers");
  const { reader, slug } = conference;
  const speakers = await listSpeakers(db, conference, reader);
  if (speakers.length === 0) return null;
  const address = `/${reader}/${slug}/speakers`;
  return (
    <Section
      title={t("title")}
      more={
        <a href={address} className="link inline-flex min-h-11 items-center">
          {t("all")}
        </a>
      }
    >
      <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-2 wide:grid-cols-4">
        {speakers.slice(0, SHOWN).map(({ slug: id, name, affiliation }) => (
          <li key={id} className="someone">
            <Monogram name={name} />
            <div>
              <a href={`${address}#${id}`}>{name}</a>
              {affiliation ? <p>{affiliation}</p> : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
