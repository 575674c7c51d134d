CREATE TYPE "public"."commitment_kind" AS ENUM('seat', 'meeting', 'circle');--> statement-breakpoint
CREATE TYPE "public"."seat_cancel_reason" AS ENUM('participant', 'swap', 'organiser', 'session-cancelled', 'session-moved', 'registration-cancelled');--> statement-breakpoint
CREATE TYPE "public"."seat_state" AS ENUM('booked', 'waiting', 'cancelled');--> statement-breakpoint
CREATE TABLE "feedback" (
	"conference_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"rating" integer NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "feedback_pkey" PRIMARY KEY("session_id","registration_id"),
	CONSTRAINT "feedback_rating_of_scale" CHECK ("feedback"."rating" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "feeds" (
	"conference_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"key_hash" text NOT NULL,
	"sealed_key" text NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "feeds_pkey" PRIMARY KEY("conference_id","person_id"),
	CONSTRAINT "feeds_key_hash_key" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "stars" (
	"conference_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stars_pkey" PRIMARY KEY("person_id","session_id")
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"conference_id" uuid NOT NULL,
	"bytes" "bytea" NOT NULL,
	"media_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_hosts" (
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "session_hosts_pkey" PRIMARY KEY("session_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "released_sessions" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"conference_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"kind" "session_kind" NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"seats" integer,
	"room" text,
	"floor" text,
	"cancelled" boolean DEFAULT false NOT NULL,
	CONSTRAINT "released_sessions_conference_slug_key" UNIQUE("conference_id","slug"),
	CONSTRAINT "released_sessions_end_after_start" CHECK ("released_sessions"."ends_at" > "released_sessions"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"conference_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"content" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "releases_conference_number_key" UNIQUE("conference_id","number"),
	CONSTRAINT "releases_number_positive" CHECK ("releases"."number" > 0),
	CONSTRAINT "releases_named" CHECK ("releases"."name" <> '')
);
--> statement-breakpoint
CREATE TABLE "commitments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"conference_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" "commitment_kind" NOT NULL,
	"seat_id" uuid,
	"during" "tstzrange" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "commitments_seat_key" UNIQUE("seat_id"),
	CONSTRAINT "commitments_seat_of_kind" CHECK (("commitments"."kind" = 'seat') = ("commitments"."seat_id" is not null)),
	CONSTRAINT "commitments_takes_time" CHECK (not isempty("commitments"."during"))
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"conference_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"state" "seat_state" NOT NULL,
	"arrival" bigserial NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"booked_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"cancel_reason" "seat_cancel_reason",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seats_booked_has_time" CHECK ("seats"."state" <> 'booked' or "seats"."booked_at" is not null),
	CONSTRAINT "seats_cancelled_has_reason" CHECK (("seats"."state" = 'cancelled') = ("seats"."cancel_reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "conferences" ADD COLUMN "seat_minutes" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "number" bigserial NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "cancelled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "removed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "speakers" ADD COLUMN "photo_id" uuid;--> statement-breakpoint
ALTER TABLE "speakers" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
-- Before the foreign keys that point at it.
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_conference_id_key" UNIQUE("conference_id","id");--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_session_of_conference_fk" FOREIGN KEY ("conference_id","session_id") REFERENCES "public"."sessions"("conference_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stars" ADD CONSTRAINT "stars_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stars" ADD CONSTRAINT "stars_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stars" ADD CONSTRAINT "stars_session_of_conference_fk" FOREIGN KEY ("conference_id","session_id") REFERENCES "public"."sessions"("conference_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_hosts" ADD CONSTRAINT "session_hosts_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_hosts" ADD CONSTRAINT "session_hosts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "released_sessions" ADD CONSTRAINT "released_sessions_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "released_sessions" ADD CONSTRAINT "released_sessions_session_of_conference_fk" FOREIGN KEY ("conference_id","session_id") REFERENCES "public"."sessions"("conference_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_session_of_conference_fk" FOREIGN KEY ("conference_id","session_id") REFERENCES "public"."sessions"("conference_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feedback_registration_idx" ON "feedback" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "stars_session_idx" ON "stars" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "photos_conference_idx" ON "photos" USING btree ("conference_id");--> statement-breakpoint
CREATE INDEX "session_hosts_person_idx" ON "session_hosts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "released_sessions_conference_start_idx" ON "released_sessions" USING btree ("conference_id","starts_at");--> statement-breakpoint
CREATE INDEX "commitments_conference_idx" ON "commitments" USING btree ("conference_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seats_session_registration_key" ON "seats" USING btree ("session_id","registration_id") WHERE "seats"."state" <> 'cancelled';--> statement-breakpoint
CREATE INDEX "seats_line_idx" ON "seats" USING btree ("session_id","state","arrival");--> statement-breakpoint
CREATE INDEX "seats_registration_idx" ON "seats" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "seats_conference_idx" ON "seats" USING btree ("conference_id","state");--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_number_key" UNIQUE("number");--> statement-breakpoint
ALTER TABLE "conferences" ADD CONSTRAINT "conferences_seat_minutes_positive" CHECK ("conferences"."seat_minutes" >= 0);