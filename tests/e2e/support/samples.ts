import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Bound } from "@/tests/access/actions";

/** As a feed's key looks: 43 letters of base64url. */
const feedKey = "a-key-of-the-samples".padEnd(43, "-");

export type Samples = Record<Bound, string> & { session_slug: string; news_slug: string };

/** One real id of each kind at the demonstration conference, for whoever wants to try what is not theirs. */
export async function samplesOf(db: Database): Promise<Samples> {
  const [row] = await db.execute<Samples>(sql`
    with c as (select id, slug from conferences where slug = 'ecc2019'),
    p as (select r.person_id as id, r.id as registration from registrations r, c
      where r.conference_id = c.id and r.state = 'confirmed' order by r.arrival limit 1),
    mail as (insert into outbox (conference_id, kind, recipient, locale, subject, text, html, state)
      select c.id, 'registration-confirmed', 'sample@example.org', 'en', 'A sample', 'Text', '<p>Text</p>', 'failed' from c
      returning id),
    import as (insert into imports (conference_id, format, file_name, content, keeps_others)
      select c.id, 'csv', 'sample.csv', E'title,starts,ends\\nA sample,2019-05-14 09:00,2019-05-14 10:00', true from c
      returning id),
    feed as (insert into feeds (conference_id, person_id, key_hash, sealed_key, locale)
      select c.id, p.id, encode(sha256(${feedKey}::bytea), 'hex'), 'sealed', 'en' from c, p
      on conflict (conference_id, person_id) do update set key_hash = excluded.key_hash),
    photo as (insert into photos (conference_id, bytes, media_type, width, height)
      select c.id, 'any'::bytea, 'image/webp', 1, 1 from c returning id)
    select (select id from photo) as photo, c.slug as conference, 'en' as locale, '/en' as path, 'no-such-token' as token, 'practical' as page, '1' as release, (select id from import) as import, 'host' as role,
      (select id from participant_types t where t.conference_id = c.id limit 1) as type,
      (select id from questions q where q.conference_id = c.id limit 1) as question,
      (select id from consents k where k.conference_id = c.id limit 1) as consent,
      (select v.id from consent_versions v join consents k on k.id = v.consent_id where k.conference_id = c.id limit 1) as "consentVersion",
      (select id from invitations i where i.conference_id = c.id limit 1) as invitation,
      (select id from news n where n.conference_id = c.id limit 1) as "newsItem",
      (select id from editions e where e.conference_id = c.id order by year limit 1) as edition,
      (select registration from p) as registration, (select id from mail) as mail, (select id from p) as person,
      (select token_hash from auth_sessions order by created_at limit 1) as session,
      (select id from rooms r where r.conference_id = c.id order by position limit 1) as room,
      (select id from topics t where t.conference_id = c.id order by position limit 1) as topic,
      (select id from speakers s where s.conference_id = c.id order by position limit 1) as speaker,
      (select id from sessions s where s.conference_id = c.id order by starts_at limit 1) as "draftSession",
      (select slug from sessions s where s.conference_id = c.id order by starts_at limit 1) as session_slug,
      (select slug from released_sessions s where s.conference_id = c.id order by starts_at limit 1) as "sessionSlug",
      coalesce((select id from seats s where s.conference_id = c.id order by arrival limit 1), c.id) as seat,
      (select slug from news n where n.conference_id = c.id order by published_at limit 1) as news_slug
    from c`);
  if (!row) throw new Error("The demonstration is not there");
  return { ...row };
}

/** What stands for [name] in an address. */
export function parameters(samples: Samples): Record<string, string> {
  return {
    locale: "en",
    conference: samples.conference,
    slug: samples.conference,
    session: samples.session_slug,
    news: samples.news_slug,
    consent: samples.consent,
    invitation: samples.invitation,
    item: samples.newsItem,
    edition: samples.edition,
    page: samples.page,
    language: "en",
    question: samples.question,
    type: samples.type,
    room: samples.room,
    topic: samples.topic,
    speaker: samples.speaker,
    mail: samples.mail,
    release: samples.release,
    import: samples.import,
    upload: samples.photo,
    format: "json",
    file: "sitemap.xml",
    key: `${feedKey}.ics`,
  };
}
