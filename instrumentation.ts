import type { Instrumentation } from "next";
import { noticeOutage } from "@/lib/outage";

/** Runs once when a server process starts, before it answers. Not while building. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("@/lib/env");
  const { startWorker } = await import("@/lib/jobs/worker");
  const { closeDatabase } = await import("@/db/client");
  const { onShutdown } = await import("@/lib/shutdown");
  startWorker(env().DATABASE_URL);
  onShutdown("database", closeDatabase);
}

/** What went wrong while rendering: the digest is what the person sees on the error page. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  // At once: the answer's status is written next.
  noticeOutage(error);
  const { log } = await import("@/lib/log");
  log.error(
    // The route as it is written in the code: a real path may hold a token.
    { err: error, method: request.method, path: context.routePath },
    "a request failed",
  );
};
