import { readiness } from "@/lib/jobs/readiness";

export const dynamic = "force-dynamic";

/** Whether this server can serve; 503 names the parts that cannot. */
export async function GET() {
  const { ready, parts } = await readiness();
  return Response.json(
    { status: ready ? "ready" : "not ready", parts },
    {
      status: ready ? 200 : 503,
      headers: { "cache-control": "no-store", ...(ready ? {} : { "retry-after": "5" }) },
    },
  );
}
