import type { AddressParams } from "@/lib/address";
import type { Filter } from "@/lib/registration-filters/rules";
import { readFilter } from "@/lib/registration-filters/rules";

export type ExportFormat = "csv" | "xlsx";
export type ExportRequest = { filter: Filter; format: ExportFormat; sensitive: boolean };

/** What is to be exported. Sensitive answers are given only to a form that was sent, never to an address. */
export function readExportRequest(params: AddressParams, sent: boolean): ExportRequest {
  return {
    filter: readFilter(params),
    format: [params.format].flat()[0] === "xlsx" ? "xlsx" : "csv",
    sensitive: sent && [params.sensitive].flat()[0] === "on",
  };
}
