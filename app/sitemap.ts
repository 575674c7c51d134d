import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { db } from "@/db/client";
import { findConference, listConferences } from "@/lib/conferences/queries";
import { shownConferences } from "@/lib/conferences/rules";
import { env } from "@/lib/env";
import { locales } from "@/lib/i18n/locales";
import { listNews } from "@/lib/news/queries";
import { listProgramme } from "@/lib/programme/queries";

const pages = [
  "",
  "/programme",
  "/speakers",
  "/practical",
  "/register",
  "/ideas",
  "/matchmaking",
  "/awards",
  "/news",
  "/privacy",
  "/accessibility",
  "/past-editions",
];

/** Every public page of every conference that is shown, in every language, each with its translations. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  const base = env().BASE_URL;
  const perConference = await Promise.all(
    shownConferences(await listConferences(db)).map(async ({ slug }) => {
      const conference = await findConference(db, slug);
      if (!conference) return [];
      const sessions = await listProgramme(db, conference, conference.locale);
      const news = await listNews(db, conference, conference.locale);
      const paths = [
        ...pages,
        ...sessions.filter(({ kind }) => kind !== "break").map((session) => `/programme/${session.slug}`),
        ...news.map((item) => `/news/${item.slug}`),
      ];
      return paths.map((path) => ({ slug, path }));
    }),
  );
  return perConference.flat().flatMap(({ slug, path }) =>
    locales.map((locale) => ({
      url: `${base}/${locale}/${slug}${path}`,
      alternates: {
        languages: Object.fromEntries(
          locales.map((language) => [language, `${base}/${language}/${slug}${path}`]),
        ),
      },
    })),
  );
}
