import { db } from "@/db/client";
import type { Organiser } from "@/lib/auth/actors";
import type { Locale } from "@/lib/i18n/locales";
import { listDraftRooms } from "@/lib/rooms/queries";
import { listHosts, listSlots, programmeFrame } from "@/lib/sessions/queries";
import { listDraftSpeakers } from "@/lib/speakers/queries";
import { listDraftTopics } from "@/lib/topics/queries";

/** The whole draft, as the editor's pages show it in the reader's language. */
export async function loadDraft(organiser: Organiser, reader: Locale) {
  const { conference } = organiser;
  const [rooms, topics, speakers, hosts, slots, frame] = await Promise.all([
    listDraftRooms(db, organiser),
    listDraftTopics(db, organiser),
    listDraftSpeakers(db, organiser),
    listHosts(db, organiser),
    listSlots(db, conference.id),
    programmeFrame(db, conference),
  ]);
  return { conference, reader, rooms, topics, speakers, hosts, slots, frame };
}

export type Draft = Awaited<ReturnType<typeof loadDraft>>;
