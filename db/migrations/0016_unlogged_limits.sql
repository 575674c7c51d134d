-- Counters of minutes: not worth a write to disk for each press. After a crash of Postgres they begin anew.
ALTER TABLE "limits" SET UNLOGGED;
