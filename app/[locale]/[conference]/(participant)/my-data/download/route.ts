import { stringify } from "csv-stringify/sync";
import type { NextRequest } from "next/server";
import { db } from "@/db/client";
import { requirePerson } from "@/lib/auth/actors";
import { realNow } from "@/lib/clock";
import { flatten } from "@/lib/csv";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { findPersonalData } from "@/lib/personal-data/queries";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ locale: string }> };

/** Everything that is held about whoever asks, as a file: JSON, or with ?format=csv one line for each value. */
export async function GET(request: NextRequest, { params }: Context) {
  const person = await requirePerson();
  const { locale } = await params;
  const data = await findPersonalData(db, person, isLocale(locale) ? locale : defaultLocale);
  const csv = request.nextUrl.searchParams.get("format") === "csv";
  const body = csv
    ? stringify([["section", "record", "field", "value"], ...flatten(data)], {
        bom: true,
        escape_formulas: true,
        record_delimiter: "windows",
      })
    : JSON.stringify({ madeAt: realNow().toISOString(), ...data }, null, 2);
  return new Response(body, {
    headers: {
      "content-type": csv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="my-data.${csv ? "csv" : "json"}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
