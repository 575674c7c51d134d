import type { Database } from "@/db/client";
import type { Organiser } from "@/lib/auth/actors";
import { publish } from "@/lib/publishing/mutations";
import { previewPublishing } from "@/lib/release-previews/mutations";

/** Looks at what publishing the draft would do, and publishes that. */
export async function publishDraft(db: Database, organiser: Organiser) {
  const preview = await previewPublishing(db, organiser, "draft");
  if (!preview.ok) throw new Error(preview.code);
  const done = await publish(db, organiser, "draft", { name: "Next", note: "", seen: preview.data.seen });
  if (!done.ok) throw new Error(done.code);
  return { preview: preview.data, ...done.data };
}
