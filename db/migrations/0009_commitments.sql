-- Lets an exclusion constraint compare a person (=) and a time (&&) in one index.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- Nobody is in two places at once, whatever the code does.
ALTER TABLE commitments ADD CONSTRAINT commitments_never_overlap
  EXCLUDE USING gist (person_id WITH =, during WITH &&);
--> statement-breakpoint
CREATE TRIGGER releases_unchanged BEFORE UPDATE ON releases
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Until now the public saw what the organisers were working on: that is every conference's first release.
INSERT INTO releases (conference_id, number, name, content, published_at)
SELECT c.id, 1, '1', jsonb_build_object(
  'rooms', (SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', id, 'name', name, 'floor', floor, 'seats', seats, 'position', position)), '[]')
    FROM rooms WHERE conference_id = c.id),
  'topics', (SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', id, 'key', key, 'name', name, 'colour', colour, 'position', position)), '[]')
    FROM topics WHERE conference_id = c.id),
  'speakers', (SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', id, 'slug', slug, 'name', name, 'affiliation', affiliation, 'about', about, 'photoId', NULL,
      'position', position)), '[]')
    FROM speakers WHERE conference_id = c.id),
  'sessions', (SELECT jsonb_agg(jsonb_build_object(
      'id', s.id, 'number', s.number, 'slug', s.slug, 'title', s.title, 'abstract', s.abstract, 'kind', s.kind,
      'topicId', s.topic_id, 'roomId', s.room_id, 'seats', s.seats, 'cancelled', false,
      'startsAt', to_char(s.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'endsAt', to_char(s.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'speakers', (SELECT coalesce(jsonb_agg(p.speaker_id ORDER BY p.position), '[]')
        FROM session_speakers p WHERE p.session_id = s.id AND p.part = 'speaker'),
      'moderators', (SELECT coalesce(jsonb_agg(p.speaker_id ORDER BY p.position), '[]')
        FROM session_speakers p WHERE p.session_id = s.id AND p.part = 'moderator')))
    FROM sessions s WHERE s.conference_id = c.id)), coalesce(c.clock_set_at, now())
FROM conferences c WHERE EXISTS (SELECT FROM sessions WHERE conference_id = c.id);
--> statement-breakpoint
INSERT INTO released_sessions (session_id, conference_id, slug, title, kind, starts_at, ends_at, seats, room, floor)
SELECT s.id, s.conference_id, s.slug, s.title, s.kind, s.starts_at, s.ends_at, s.seats, r.name, r.floor
FROM sessions s LEFT JOIN rooms r ON r.id = s.room_id;
