import { useTranslations } from "next-intl";
import { StateWord } from "@/components/ui/state-word";
import { conferenceNow } from "@/lib/clock";
import type { Conference } from "@/lib/conferences/queries";
import type { Locale } from "@/lib/i18n/locales";
import { duration, type ProgrammeSession, phase } from "@/lib/programme/rules";
import { TopicLabel } from "./topic-label";

/** One session in a list or in the grid. The whole card leads to its page; its upper right corner stays free. */
export function SessionCard({
  conference,
  session,
  level: Heading = "h4",
}: {
  conference: Conference & { reader: Locale };
  session: ProgrammeSession;
  level?: "h3" | "h4";
}) {
  const t = useTranslations("programme");
  const { kind, room, topic, seats, title } = session;
  const lang = conference.locale === conference.reader ? undefined : conference.locale;
  const where = [
    t(`kinds.${kind}` as "kinds.plenary"),
    t("minutes", { count: duration(session) }),
    room?.name,
  ].filter(Boolean);
  if (kind === "break") {
    return (
      <div className="break-card">
        <Heading lang={lang}>{title}</Heading>
        <p>{where.slice(1).join(" · ")}</p>
      </div>
    );
  }
  const standing = phase(session, conferenceNow(conference));
  return (
    <div className="session-card">
      {topic ? <TopicLabel topic={topic} /> : null}
      <Heading lang={lang}>
        <a href={`/${conference.reader}/${conference.slug}/programme/${session.slug}`}>{title}</a>
      </Heading>
      <p>{where.join(" · ")}</p>
      {seats ? <p>{t("seats", { count: seats })}</p> : null}
      {standing === "now" ? <StateWord tone="ok">{t("now")}</StateWord> : null}
    </div>
  );
}
