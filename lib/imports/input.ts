import { z } from "zod";
import type { Organiser } from "@/lib/auth/actors";
import { tick } from "@/lib/fields";
import { readScheduleJson } from "@/lib/import-json/input";
import type { Reading } from "@/lib/import-problems/rules";
import { readScheduleTable } from "@/lib/import-tables/input";

export const UploadInput = z.object({ keep: tick });

/** `seen`: the draft as it was shown. `clashes`: how many were shown; `knowing`: take it over with them. */
export const ApplyInput = z.object({
  seen: z.string().max(64).default(""),
  sure: tick,
  clashes: z.coerce.number().int().min(0).catch(0),
  knowing: tick,
});
export type ApplyValues = z.infer<typeof ApplyInput>;

export type Upload = { format: "json" | "csv"; fileName: string; content: string; keepsOthers: boolean };

export const readUpload = (
  { format, content }: Pick<Upload, "format" | "content">,
  { conference }: Organiser,
): Reading =>
  format === "json" ? readScheduleJson(content, conference) : readScheduleTable(content, conference);
