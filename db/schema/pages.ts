import { bigint, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, localized, timestamps } from "./columns";
import { ofConference } from "./conferences";

/** A text page of the public site, at an address that stays. */
export const pages = pgTable(
  "pages",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    slug: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [unique("pages_conference_slug_key").on(t.conferenceId, t.slug)],
);

/** Every saved text of a page, by language; the highest version is the one shown. Rows are never changed. */
export const pageVersions = pgTable(
  "page_versions",
  {
    id: uuid().primaryKey().defaultRandom(),
    pageId: uuid()
      .notNull()
      .references(() => pages.id, { onDelete: "cascade" }),
    locale: text().notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    // Markdown; raw HTML is stripped when shown.
    body: text().notNull(),
    // The person's number: stays after an erasure.
    authorNumber: bigint({ mode: "number" }),
    createdAt: instant().notNull().defaultNow(),
  },
  // Two organisers who save at once: the second gets a conflict, not a lost text.
  (t) => [unique("page_versions_page_locale_version_key").on(t.pageId, t.locale, t.version)],
);

export const news = pgTable(
  "news",
  {
    id: uuid().primaryKey().defaultRandom(),
    conferenceId: ofConference(),
    slug: text().notNull(),
    title: localized().notNull(),
    body: localized().notNull(),
    // In the conference's clock; null: a draft.
    publishedAt: instant(),
    ...timestamps,
  },
  (t) => [
    unique("news_conference_slug_key").on(t.conferenceId, t.slug),
    index("news_conference_published_idx").on(t.conferenceId, t.publishedAt),
  ],
);
