import { useTranslations } from "next-intl";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";
import { AgendaPanel } from "./agenda-panel";
import { OfflineCopy } from "./offline-copy";
import { StarButtons } from "./star-buttons";
import { StarToggle } from "./star-toggle";

type Reading = { conference: Conference & { reader: Locale } };

/** Stars on the cards of a page. */
export function Stars({ conference }: Reading) {
  const t = useTranslations("agenda.star");
  return (
    <StarButtons
      conference={conference.slug}
      words={{ star: t("name", { title: "{title}" }), failed: t("failed") }}
    />
  );
}

/** Has the browser keep my agenda and the programme together, once either was opened. */
export function Offline({ conference, changed }: Reading & { changed?: boolean }) {
  const t = useTranslations("agenda.offline");
  const { reader, slug } = conference;
  const here = `/${reader}/${slug}`;
  return (
    <OfflineCopy
      locale={reader}
      conference={slug}
      changed={changed}
      keep={{
        shared: [`${here}/programme`, `${here}/programme/search.json`, "/api/offline"],
        own: [`${here}/agenda`, `/api/agenda/${slug}`, `/api/me?conference=${slug}`],
      }}
      words={{
        notice: t("notice", { time: "{time}" }),
        noticeOld: t("noticeOld", { time: "{time}", days: "{days}" }),
        slow: t("slow", { time: "{time}" }),
        slowOld: t("slowOld", { time: "{time}", days: "{days}" }),
      }}
    />
  );
}

/** The star of one session, on its own page. */
export function SessionStar({ conference, session }: Reading & { session: { id: string; title: string } }) {
  const t = useTranslations("agenda.star");
  return (
    <StarToggle
      conference={conference.slug}
      session={session.id}
      words={{
        star: t("add"),
        starred: t("starred"),
        name: t("name", { title: session.title }),
        failed: t("failed"),
        device: t("device"),
      }}
    />
  );
}

/** Beside the programme; `programme` is the id of the element that holds the days. */
export function ProgrammeAgenda({ conference, programme }: Reading & { programme: string }) {
  const t = useTranslations("agenda");
  const { reader, slug } = conference;
  const here = `/${reader}/${slug}`;
  return (
    <aside aria-label={t("title")} className="agenda-panel needs-script">
      <AgendaPanel
        conference={slug}
        programme={programme}
        addresses={{
          agenda: `${here}/agenda`,
          signIn: `/${reader}/sign-in?to=${here}/programme`,
        }}
        words={{
          title: t("title"),
          none: t("panel.none"),
          overlap: t("panel.overlap", { title: "{title}", from: "{from}", to: "{to}" }),
          booked: t("panel.booked"),
          waiting: t("panel.waiting"),
          open: t("panel.open"),
          device: t("panel.device"),
          signIn: t("panel.signIn"),
        }}
      />
    </aside>
  );
}
