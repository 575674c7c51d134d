-- The audit log is append-only, for the portal's own code too.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER page_versions_unchanged BEFORE UPDATE ON page_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER consent_versions_unchanged BEFORE UPDATE ON consent_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- At least one owner, always. The lock makes two owners who remove each other at once take turns;
-- a table lock would deadlock with the row locks that DELETE already holds.
CREATE FUNCTION keep_one_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_WHEN = 'BEFORE' THEN
    PERFORM pg_advisory_xact_lock(hashtext('openfloor.owners'));
  ELSIF NOT EXISTS (SELECT FROM owners) THEN
    RAISE EXCEPTION 'the last owner stays' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'owners_at_least_one';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER owners_take_turns BEFORE DELETE ON owners FOR EACH STATEMENT EXECUTE FUNCTION keep_one_owner();
--> statement-breakpoint
CREATE TRIGGER owners_at_least_one AFTER DELETE ON owners FOR EACH STATEMENT EXECUTE FUNCTION keep_one_owner();
