export const dynamic = "force-dynamic";

/** The process lives. Asks nothing of anyone: a database that is away is no reason to restart the server. */
export function GET() {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
