import Link from "next/link";
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
      <div className="flex h-full flex-wrap items-baseline gap-x-3 rounded-lg border border-dashed border-line-strong/60 px-3 py-2.5 text-ink-3">
        <Heading lang={lang} className="text-[15px] leading-tight">
          {title}
        </Heading>
        <p className="text-[13px]">{where.slice(1).join(" · ")}</p>
      </div>
    );
  }
  const standing = phase(session, conferenceNow(conference));
  return (
    <div className="relative h-full rounded-lg border border-line bg-surface px-3 py-2.5 hover:border-line-strong">
      {topic ? <TopicLabel topic={topic} className="mb-1 pr-7" /> : null}
      <Heading lang={lang} className="pr-7 text-[15px] leading-tight font-[640]">
        <Link
          href={`/${conference.reader}/${conference.slug}/programme/${session.slug}`}
          prefetch={false}
          className="text-ink no-underline after:absolute after:inset-0 after:rounded-lg hover:underline"
        >
          {title}
        </Link>
      </Heading>
      <p className="mt-1 text-[13px] text-ink-2">{where.join(" · ")}</p>
      {seats ? <p className="text-[13px] text-ink-2">{t("seats", { count: seats })}</p> : null}
      {standing === "now" ? <StateWord tone="ok">{t("now")}</StateWord> : null}
    </div>
  );
}
