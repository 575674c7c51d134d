import type { Conference } from "@/lib/conferences/queries";
import { type Html, html } from "@/lib/html";
import type { Locale } from "@/lib/i18n/locales";
import { duration, type ProgrammeSession } from "@/lib/programme/rules";
import type { ProgrammeWords } from "./words";

/**
 * One session in a list or in the grid. The whole card leads to its page; its upper right corner stays free for
 * what belongs to the reader. The element around it says which session it is (data-session, data-id).
 */
export function sessionCard(
  t: ProgrammeWords,
  conference: Conference & { reader: Locale },
  session: ProgrammeSession,
  level: "h3" | "h4" = "h4",
): Html {
  const { kind, room, topic, seats, title, slug, cancelled } = session;
  const where = [
    kind === "break" ? null : t(`kinds.${kind}` as "kinds.plenary"),
    t("minutes", { count: duration(session) }),
    room?.name,
  ].filter(Boolean);
  const lang = conference.locale === conference.reader ? null : html` lang="${conference.locale}"`;
  const heading = (inside: Html | string) =>
    level === "h3" ? html`<h3${lang}>${inside}</h3>` : html`<h4${lang}>${inside}</h4>`;
  const facts = html`<p>${where.join(" · ")}</p>`;
  if (kind === "break") return html`<div class="break-card">${heading(title)}${facts}</div>`;
  const address = `${conference.slug}/programme/${slug}`;
  return html`<div class="session-card${cancelled ? " cancelled" : ""}">${
    topic ? html`<p class="topic-label" data-topic="${topic.colour}">${topic.name}</p>` : null
  }${heading(html`<a href="/${conference.reader}/${address}">${title}</a>`)}${facts}${
    cancelled
      ? html`<p class="state">${t("cancelled")}</p>`
      : seats
        ? html`<p class="seats">${t("seats", { count: seats })}</p>`
        : null
  }</div>`;
}
