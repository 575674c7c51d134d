import type { Metadata } from "next";
import type { Conference } from "@/lib/conferences/queries";
import { type Locale, locales } from "@/lib/i18n/locales";

/**
 * What search engines and those who share a link are told of a public page. `path` stands below the
 * conference's address ("/programme"); "" is the home page. Addresses are made whole by metadataBase.
 */
export function pageMetadata(
  conference: Conference & { reader: Locale },
  path: string,
  { title, description }: { title: string; description: string },
): Metadata {
  const address = (locale: string) => `/${locale}/${conference.slug}${path}`;
  const image = {
    url: `/${conference.reader}/${conference.slug}/social${path}`,
    width: 1200,
    height: 630,
    alt: title,
  };
  return {
    title: path === "" ? { absolute: title } : title,
    description,
    alternates: {
      canonical: address(conference.reader),
      languages: {
        ...Object.fromEntries(locales.map((locale) => [locale, address(locale)])),
        "x-default": address(conference.locale),
      },
    },
    openGraph: {
      type: "website",
      siteName: conference.name,
      title,
      description,
      url: address(conference.reader),
      locale: conference.reader,
      images: [image],
    },
    // What is read from Open Graph need not be said again; the framework would, in full, without these.
    twitter: { card: "summary_large_image", title, description, images: [image.url] },
  };
}
