import { getTranslations } from "next-intl/server";
import { localize } from "@/lib/i18n/text";
import { sessionKinds } from "@/lib/sessions/rules";
import type { Draft } from "./draft";

const byId = <Row extends { id: string }>(rows: Row[], name: (row: Row) => string) =>
  Object.fromEntries(rows.map((row) => [row.id, name(row)]));

/** What ids and fields of a session are called, for sentences about them. */
export async function sessionWords({ conference, reader, rooms, topics, speakers, hosts, slots }: Draft) {
  const t = await getTranslations("desk.programme.session");
  const kinds = await getTranslations("programme.kinds");
  const names = {
    sessions: byId(slots, ({ title }) => title),
    speakers: byId(speakers, ({ name }) => name),
    hosts: byId(hosts, ({ givenName, familyName, email }) =>
      givenName || familyName ? `${[givenName, familyName].filter(Boolean).join(" ")} (${email})` : email,
    ),
  };
  const fields = {
    title: { label: t("title") },
    abstract: { label: t("abstract") },
    kind: { label: t("kind"), words: Object.fromEntries(sessionKinds.map((kind) => [kind, kinds(kind)])) },
    topicId: {
      label: t("topic"),
      words: byId(topics, ({ name }) => localize(name, reader, conference.locale)),
    },
    roomId: { label: t("room"), words: byId(rooms, ({ name }) => name) },
    startsAt: { label: t("startsAt") },
    endsAt: { label: t("endsAt") },
    seats: { label: t("seats") },
    speakers: { label: t("speakers"), words: names.speakers },
    moderators: { label: t("moderators"), words: names.speakers },
    hosts: { label: t("hosts"), words: names.hosts },
    cancelled: { label: t("state"), words: { true: t("cancelled"), false: t("notCancelled") } },
  };
  return { names, fields };
}
