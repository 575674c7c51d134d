/**
 * Every kind of job and what it is given; tasks.ts says who does it. The names stay in the database, so a name
 * that was released is not given away again.
 */
export type Jobs = {
  sweep: Record<string, never>;
  "deliver-mail": Record<string, never>;
  offers: Record<string, never>;
  retention: Record<string, never>;
};

export type JobName = keyof Jobs;
