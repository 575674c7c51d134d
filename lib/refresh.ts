import "server-only";
import { revalidatePath } from "next/cache";

/**
 * Every public page of every conference is made anew when next asked for. Called after a change that a
 * visitor can see. Conferences are few and pages are cheap; one rule beats a list of pages that someone forgets.
 */
export function refreshPublicPages() {
  revalidatePath("/[locale]", "layout");
}
