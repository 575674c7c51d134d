import { z } from "zod";
import { tick } from "@/lib/fields";

/** `upload`: the picture kept from a form that was refused; `withoutUpload`: not that one either. */
export const UploadInput = z.object({ upload: z.uuid().catch(""), withoutUpload: tick });
