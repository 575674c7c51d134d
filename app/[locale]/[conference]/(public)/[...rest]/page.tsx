import { notFound } from "next/navigation";
import { loadConference } from "@/lib/conferences/queries";

// Not kept: below a personal address (/admin/no-such-page) the scripts need the nonce of the answer, and
// invented addresses must not fill the memory.
export const dynamic = "force-dynamic";

/** Every other address below a conference: not found, but in the frame of the site. */
export default async function NothingHere({ params }: PageProps<"/[locale]/[conference]/[...rest]">) {
  await loadConference(await params);
  notFound();
}
