import { z } from "zod";
import { tick } from "@/lib/fields";

export const UploadInput = z.object({ keep: tick });
export const ApplyInput = z.object({ seen: z.string().max(64).default(""), sure: tick });
