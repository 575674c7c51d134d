import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { csvBytes } from "@/lib/csv";
import { env } from "@/lib/env";
import { readDraft } from "@/lib/releases/queries";
import { scheduleOf } from "@/lib/schedule/rules";
import { columns, contentRows } from "@/lib/schedule-table/rules";

export const dynamic = "force-dynamic";

/** The draft as a file that the import reads again. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/[conference]/admin/programme/export">,
) {
  const { conference } = await requireOrganiser((await params).conference);
  const format = new URL(request.url).searchParams.get("format") === "json" ? "json" : "csv";
  const draft = await readDraft(db, conference);
  const headers = {
    "content-disposition": `attachment; filename="${conference.slug}-draft.${format}"`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
  if (format === "json") {
    const t = await getTranslations("programme");
    const options = {
      version: "draft",
      base: env().BASE_URL,
      reader: conference.locale,
      cancelled: t("cancelled"),
    };
    const file = JSON.stringify(scheduleOf(conference, draft, options), null, 2);
    return new Response(file, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
  }
  const parts: Uint8Array[] = [];
  const rows = async function* () {
    yield contentRows(conference, draft);
  };
  for await (const part of csvBytes([...columns], rows())) parts.push(part);
  return new Response(Buffer.concat(parts), {
    headers: { ...headers, "content-type": "text/csv; charset=utf-8" },
  });
}
