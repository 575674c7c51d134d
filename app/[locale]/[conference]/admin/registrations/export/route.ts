import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { formParams } from "@/lib/address";
import { type Organiser, requireOrganiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { csvBytes } from "@/lib/csv";
import { type ExportRequest, readExportRequest } from "@/lib/exports/input";
import { recordExport } from "@/lib/exports/mutations";
import { exportBatches, findExportColumns } from "@/lib/exports/queries";
import { exportTable } from "@/lib/exports/rules";
import { speechOf } from "@/lib/i18n/speech";
import { localDay } from "@/lib/local-time";
import { xlsxBytes } from "@/lib/xlsx";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ conference: string }> };

export async function GET(request: Request, { params }: Context) {
  const organiser = await requireOrganiser((await params).conference);
  return answer(organiser, readExportRequest(Object.fromEntries(new URL(request.url).searchParams), false));
}

/** By form, because sensitive answers are given to no address; server/refuse.mjs refuses forms from elsewhere. */
export async function POST(request: Request, { params }: Context) {
  const organiser = await requireOrganiser((await params).conference);
  // Whatever is no form cannot be read as one; the reason does not matter to who sent it.
  const form = await request.formData().catch(() => undefined);
  if (!form) return new Response("The export is asked for by a form.\n", { status: 400 });
  return answer(organiser, readExportRequest(formParams(form), true));
}

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

async function answer(organiser: Organiser, request: ExportRequest) {
  const { conference } = organiser;
  const [t, states, speech, columns] = await Promise.all([
    getTranslations("desk.exports.columns"),
    getTranslations("desk.states"),
    speechOf(conference),
    findExportColumns(db, organiser),
  ]);
  await recordExport(db, organiser, request);
  const { header, row } = exportTable(columns, request.sensitive, speech, {
    column: (name) => t(name),
    state: (state, reason) =>
      state === "cancelled" && reason ? states(`cancelled-${reason}`) : states(state),
  });
  const rows = async function* () {
    for await (const batch of exportBatches(db, organiser, request.filter, request.sensitive))
      yield batch.map(row);
  };
  const bytes =
    request.format === "csv" ? csvBytes(header, rows()) : xlsxBytes(conference.shortName, header, rows());
  const day = localDay(conferenceNow(conference), conference.timeZone);
  return new Response(streamed(bytes), {
    headers: {
      "content-type": types[request.format],
      "content-disposition": `attachment; filename="${conference.slug}-registrations-${day}.${request.format}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** Asks for the next piece only when the reader has taken the last: memory stays as it is, however many rows. */
const streamed = (bytes: AsyncGenerator<Uint8Array>) =>
  new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await bytes.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await bytes.return(undefined);
    },
  });
