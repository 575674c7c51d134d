/** The parts of the organiser's desk, in the order of its navigation. Each is a folder under `/admin`. */
export const deskGroups = [
  { name: "people", entries: ["registrations", "waiting-list", "seats", "invitations"] },
  { name: "content", entries: ["programme", "pages", "news", "editions"] },
  { name: "conference", entries: ["settings", "clock", "types", "questions", "consents", "people"] },
  { name: "record", entries: ["audit", "outbox"] },
] as const;

export type DeskEntry = (typeof deskGroups)[number]["entries"][number];
