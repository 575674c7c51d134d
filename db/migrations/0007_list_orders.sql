DROP INDEX "registrations_country_idx";--> statement-breakpoint
CREATE INDEX "registrations_organisation_idx" ON "registrations" USING btree ("conference_id","organisation","arrival");--> statement-breakpoint
CREATE INDEX "registrations_country_idx" ON "registrations" USING btree ("conference_id","country","arrival");