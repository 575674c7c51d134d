import type { useTranslations } from "next-intl";
import {
  type AgendaEntry,
  gaps,
  minutesBetween,
  type Overlap,
  type standings,
  walks,
} from "@/lib/agenda/rules";
import type { Conference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { type Html, html } from "@/lib/html";
import type { Locale } from "@/lib/i18n/locales";

type Words = {
  agenda: ReturnType<typeof useTranslations<"agenda">>;
  programme: ReturnType<typeof useTranslations<"programme">>;
  feedback: ReturnType<typeof useTranslations<"feedback">>;
};
type Known = {
  standing: ReturnType<typeof standings>;
  overlaps: Map<string, Overlap<AgendaEntry>[]>;
  toRate: ReadonlySet<string>;
};

/**
 * The entries of a day: when, what, where, what is in their way, what is free between them, and the ways from
 * floor to floor; of what is over, how it was. As text, because sixty of them as elements cost more to send twice than to say. The star is
 * put there by the page's script.
 */
export function agendaList(
  { agenda: t, programme: p, feedback }: Words,
  { reader, slug, locale, timeZone }: Conference & { reader: Locale },
  entries: AgendaEntry[],
  { standing, overlaps, toRate }: Known,
): Html {
  const time = (instant: Date) => formatInstant(instant, "time", reader, timeZone);
  const free = gaps(entries);
  const ways = walks(entries);
  const lang = locale === reader ? null : html` lang="${locale}"`;

  const gap = ({ id }: AgendaEntry) => {
    const found = free.get(id);
    return found && html`<p class="gap">${t("gap", { from: time(found.from), to: time(found.to) })}</p>`;
  };
  const way = ({ id, room, floor }: AgendaEntry) => {
    const found = ways.get(id);
    if (!found) return null;
    const said = { minutes: found.minutes, room: room ?? "", floor: floor ?? "", time: found.time };
    return found.time < found.minutes
      ? html`<p class="way tight">${t("walkTight", said)}</p>`
      : html`<p class="way">${t("walk", said)}</p>`;
  };
  // What is over is in nobody's way.
  const before = (entry: AgendaEntry) =>
    standing.get(entry.id) !== "over" && html`${gap(entry)}${way(entry)}`;
  const clashes = ({ id }: AgendaEntry) => (standing.get(id) === "over" ? [] : (overlaps.get(id) ?? []));
  const rate = ({ id, slug: session }: AgendaEntry) =>
    toRate.has(id) &&
    html`<a class="link" href="/${reader}/${slug}/programme/${session}/feedback">${feedback("give")}</a>`;
  // Where it is given back, also when no seat is needed any more.
  const seated = ({ slug: session, cancelled, seat }: AgendaEntry) =>
    seat &&
    !cancelled &&
    html`<span class="${seat === "booked" ? "ok" : "warn"}"><a href="/${reader}/${slug}/programme/${session}/seat">${t(seat)}</a></span>`;
  const states = (entry: AgendaEntry) => {
    const { id, cancelled } = entry;
    const at = standing.get(id);
    const words = [
      at && html`<span class="${at === "over" ? "quiet" : "ok"}">${t(at)}</span>`,
      cancelled && html`<span class="bad">${t("cancelled")}</span>`,
      seated(entry),
      rate(entry),
    ].filter(Boolean);
    return words.length > 0 && html`<p class="states">${words}</p>`;
  };
  const where = (entry: AgendaEntry) =>
    [
      p(`kinds.${entry.format}` as "kinds.plenary"),
      p("minutes", { count: minutesBetween(entry.startsAt, entry.endsAt) }),
      entry.room,
      entry.floor && t("floor", { floor: entry.floor }),
    ]
      .filter(Boolean)
      .join(" · ");

  return html`${entries.map(
    (entry) =>
      html`<li data-id="${entry.id}" data-mine=""><div class="before">${before(entry)}</div><p class="when"><time datetime="${entry.startsAt.toISOString()}">${time(entry.startsAt)}</time>–<time datetime="${entry.endsAt.toISOString()}">${time(entry.endsAt)}</time></p><div class="session-card${entry.cancelled ? " cancelled" : ""}"><h3${lang}><a href="/${reader}/${slug}/programme/${entry.slug}">${entry.title}</a></h3><p>${where(entry)}</p>${states(entry)}</div>${clashes(
        entry,
      ).map(
        ({ with: other, from, to, minutes }) =>
          html`<p class="clash">${t("overlap", { title: other.title, from: time(from), to: time(to), minutes })}</p>`,
      )}</li>`,
  )}`;
}
