ALTER TABLE "registrations" ADD COLUMN "search" text GENERATED ALWAYS AS (fold(given_name || ' ' || family_name || ' ' || organisation)) STORED;--> statement-breakpoint
CREATE INDEX "persons_email_search_idx" ON "persons" USING gin ("email" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "registrations_name_idx" ON "registrations" USING btree ("conference_id","family_name","given_name","arrival");--> statement-breakpoint
CREATE INDEX "registrations_search_idx" ON "registrations" USING gin ("search" gin_trgm_ops);