ALTER TABLE "commitments" ADD COLUMN "rehearsal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE commitments SET rehearsal = true WHERE conference_id IN (SELECT id FROM conferences WHERE mode = 'rehearsal');
--> statement-breakpoint
-- Nobody is in two places at once; a rehearsal is no place.
ALTER TABLE commitments DROP CONSTRAINT commitments_never_overlap;
--> statement-breakpoint
ALTER TABLE commitments ADD CONSTRAINT commitments_never_overlap
  EXCLUDE USING gist (person_id WITH =, during WITH &&) WHERE (NOT rehearsal);
--> statement-breakpoint
ALTER TABLE commitments ADD CONSTRAINT commitments_never_overlap_in_rehearsal
  EXCLUDE USING gist (person_id WITH =, during WITH &&) WHERE (rehearsal);
