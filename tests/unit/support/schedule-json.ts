import { z } from "zod";

// What the validator of voc/schedule asks of a schedule.json, in words of our own. Objects are strict where it
// allows nothing else.
const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const answer = z.strictObject({ question: z.string(), answer: z.string() });

const event = z.strictObject({
  id: z.int().min(1),
  guid: z.uuid(),
  date: instant,
  start: z.string().regex(/^[012]\d:[0-5]\d$/),
  duration: z.string().regex(/^\d+:\d\d$/),
  room: z.string().min(1),
  slug: z.string().regex(/^[a-z0-9_-]+[a-z0-9]$/),
  url: z.url(),
  title: z.string(),
  subtitle: z.string(),
  track: z.string(),
  type: z.string(),
  language: z.string(),
  abstract: z.string(),
  description: z.string(),
  // With `id` and `public_name` it would count as a person of frab and of pretalx at once, which it may not.
  persons: z.array(
    z.strictObject({
      guid: z.uuid(),
      name: z.string(),
      role: z.string(),
      biography: z.string(),
      answers: z.array(answer),
    }),
  ),
  links: z.array(z.never()),
  answers: z.array(answer),
});

export const ScheduleJson = z.strictObject({
  $schema: z.url(),
  schedule: z.strictObject({
    version: z.string().min(1),
    base_url: z.url(),
    conference: z.strictObject({
      acronym: z.string().regex(/^[a-z0-9_-][a-z0-9_]{3,}(-2[0-9]{3}-[a-z]+)?$/),
      title: z.string(),
      start: day,
      end: day,
      daysCount: z.int().min(1),
      timeslot_duration: z.string().regex(/^\d\d:\d\d$/),
      time_zone_name: z
        .string()
        .regex(/^([A-Z][a-z]+\/[A-Z][a-z]+)|UTC$/)
        .optional(),
      url: z.url(),
      tracks: z.array(z.strictObject({ name: z.string() })),
      rooms: z.array(
        z.strictObject({
          guid: z.uuid(),
          name: z.string(),
          description: z.string().nullable(),
          capacity: z.number().nullable(),
        }),
      ),
      days: z.array(
        z.strictObject({
          index: z.int().min(1),
          date: day,
          day_start: instant,
          day_end: instant,
          rooms: z.record(z.string(), z.array(event)),
        }),
      ),
    }),
  }),
});
