import type { Conference } from "@/lib/conferences/queries";
import { formatDay } from "@/lib/dates";
import { type Html, html } from "@/lib/html";
import type { Locale } from "@/lib/i18n/locales";
import { mainKinds, type ProgrammeSession } from "@/lib/programme/rules";
import type { ProgrammeWords } from "./words";

type Option = { value: string; label: string; colour?: number };

/** One of several. */
function choice(name: string, label: string, all: string, options: Option[]): Html | null {
  return html`<label class="pick"><span>${label}</span><select name="${name}"><option value="">${all}</option>${options.map(
    ({ value, label: shown }) => html`<option value="${value}">${shown}</option>`,
  )}</select></label>`;
}

/** The topics as a row of buttons, from 900 px. */
function chips(label: string, all: string, options: Option[]): Html | null {
  if (options.length < 2) return null;
  return html`<fieldset class="chips"><legend class="sr-only">${label}</legend><button type="button" value="" aria-pressed="true">${all}</button>${options.map(
    ({ value, label: shown, colour = 0 }) =>
      html`<button type="button" value="${value}" data-topic="${colour}" aria-pressed="false">${shown}</button>`,
  )}</fieldset>`;
}

/** Before the first paint: on a phone the sessions begin on the first screen, and the lists wait behind their word. */
const closeOnPhone = html`<script>if(matchMedia("(width < 900px)").matches)document.currentScript.previousElementSibling.open=false</script>`;

/** Days and filters. Without JavaScript the days are links to their part of the page, and the filters are gone. */
export function programmeControls(
  t: ProgrammeWords,
  { reader }: Conference & { reader: Locale },
  days: { day: string; sessions: ProgrammeSession[] }[],
  roomKeys: ReadonlyMap<string, string>,
): Html {
  const sessions = days.flatMap((day) => day.sessions);
  const kind = (value: string) => t(`kinds.${value}` as "kinds.plenary");
  const topics = new Map(sessions.flatMap(({ topic }) => (topic ? [[topic.key, topic]] : [])));
  const rooms = new Map(sessions.flatMap(({ room }) => (room ? [[room.id, room]] : [])));
  const byPosition = (a: { position: number }, b: { position: number }) => a.position - b.position;
  const topic = [...topics.values()]
    .sort(byPosition)
    .map(({ key, name, colour }) => ({ value: key, label: name, colour }));
  const pick = (name: "topic" | "kind" | "room", all: string, options: Option[]) =>
    // Nothing where there is nothing to choose between.
    options.length > 1 ? choice(name, t(name), all, options) : null;
  const speaks = sessions.some(({ speakers, moderators }) => speakers.length + moderators.length > 0);
  return html`<nav class="day-tabs" aria-label="${t("days")}">${days.map(
    ({ day, sessions: ofDay }) =>
      html`<a href="#day-${day}" data-to="${day}">${formatDay(day, "dayShort", reader)}<small>${mainKinds(ofDay).map(kind).join(", ")}</small></a>`,
  )}</nav><form class="filters" role="search" aria-label="${t("filters")}"><label class="pick search"><span>${t("search")}</span><input type="search" name="q" maxlength="200" autocomplete="off" enterkeyhint="search" placeholder="${t("searchHint")}"></label><details class="more" open><summary>${t("more")}</summary><div class="picks">${pick("topic", t("allTopics"), topic)}${pick(
    "kind",
    t("allKinds"),
    [...new Set(sessions.map((session) => session.kind))].map((value) => ({ value, label: kind(value) })),
  )}${pick(
    "room",
    t("allRooms"),
    [...rooms.values()]
      .sort(byPosition)
      .map(({ id, name }) => ({ value: roomKeys.get(id) ?? "", label: name })),
  )}${
    // The names come when somebody is about to choose: hundreds, which few readers need.
    speaks ? choice("speaker", t("speaker"), t("allSpeakers"), []) : null
  }</div></details>${closeOnPhone}<label class="only-mine"><input type="checkbox" name="mine" value="1">${t("onlyMine")}</label><button type="reset" class="link" hidden>${t("clear")}</button>${chips(
    t("topic"),
    t("allTopics"),
    topic,
  )}</form><p role="status" class="needs-script"></p>`;
}
