import { type AddressParams, type Filter, readView } from "@/lib/lists/rules";

export type ExportFormat = "csv" | "xlsx";
export type ExportRequest = { filter: Filter; format: ExportFormat; sensitive: boolean };

/** What is to be exported. Sensitive answers are given only to a form that was sent, never to an address. */
export function readExportRequest(params: AddressParams, sent: boolean): ExportRequest {
  return {
    filter: readView(params).filter,
    format: [params.format].flat()[0] === "xlsx" ? "xlsx" : "csv",
    sensitive: sent && [params.sensitive].flat()[0] === "on",
  };
}
