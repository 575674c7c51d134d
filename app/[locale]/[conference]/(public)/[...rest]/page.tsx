import { notFound } from "next/navigation";
import { loadConference } from "@/lib/conferences/queries";

export const generateStaticParams = () => [];

/** Every other address below a conference: not found, but in the frame of the site. */
export default async function NothingHere({ params }: PageProps<"/[locale]/[conference]/[...rest]">) {
  await loadConference(await params);
  notFound();
}
