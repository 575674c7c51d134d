import { db } from "@/db/client";
import { findConference, listConferences } from "@/lib/conferences/queries";
import { shownConferences } from "@/lib/conferences/rules";
import { env } from "@/lib/env";
import { locales } from "@/lib/i18n/locales";
import { listNews } from "@/lib/news/queries";
import { listProgramme } from "@/lib/programme/queries";

// Kept as public pages are, so that asking often costs nothing. The framework's own way of making a sitemap
// would ask the database while building or for every request; this one has a segment, and neither.
export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

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

/** What /sitemap.xml leads to: every public page of every conference that is shown, in every language. */
export async function GET(_request: Request, { params }: RouteContext<"/api/sitemap/[file]">) {
  if ((await params).file !== "sitemap.xml") return new Response("There is no such map.\n", { status: 404 });
  const paths = await Promise.all(
    shownConferences(await listConferences(db)).map(async ({ slug }) => {
      const conference = await findConference(db, slug);
      if (!conference) return [];
      const [sessions, news] = await Promise.all([
        listProgramme(db, conference, conference.locale),
        listNews(db, conference, conference.locale),
      ]);
      return [
        ...pages,
        ...sessions.filter(({ kind }) => kind !== "break").map((session) => `/programme/${session.slug}`),
        ...news.map((item) => `/news/${item.slug}`),
      ].map((path) => `/${slug}${path}`);
    }),
  );
  return new Response(written(env().BASE_URL, paths.flat()), {
    headers: { "content-type": "application/xml; charset=utf-8" },
  });
}

/** As sitemaps.org asks for it, each page with its translations. */
function written(base: string, paths: string[]): string {
  const address = (locale: string, path: string) =>
    encodeURI(`${base}/${locale}${path}`).replaceAll("&", "&amp;");
  const entries = paths.flatMap((path) => {
    const others = locales
      .map((locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${address(locale, path)}"/>`)
      .join("");
    return locales.map((locale) => `<url><loc>${address(locale, path)}</loc>${others}</url>`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join("\n")}
</urlset>
`;
}
