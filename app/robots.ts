import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { env } from "@/lib/env";
import { locales } from "@/lib/i18n/locales";

/** Public pages may be found, the demonstration's too; what is personal is nobody's to index. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  const personal = ["account", "owner", "*/registration", "*/my-data", "*/admin"];
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: [
        "/api/",
        "/mailbox",
        ...locales.flatMap((locale) => personal.map((path) => `/${locale}/${path}`)),
      ],
    },
    sitemap: `${env().BASE_URL}/sitemap.xml`,
  };
}
