import { useTranslations } from "next-intl";
import { Markup } from "@/components/ui/markup";
import { type AgendaEntry, overlaps, type standings } from "@/lib/agenda/rules";
import type { Conference } from "@/lib/conferences/queries";
import { formatDay } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import { agendaList } from "./agenda-list";

type Props = {
  conference: Conference & { reader: Locale };
  /** A local date. */
  day: string;
  entries: AgendaEntry[];
  /** Of every day: what goes on past midnight overlaps with the next one. */
  all: AgendaEntry[];
  standing: ReturnType<typeof standings>;
  /** Sessions of which the reader may say now how they were. */
  toRate: ReadonlySet<string>;
};

/** A day of the agenda. */
export function AgendaDay({ conference, day, entries, all, standing, toRate }: Props) {
  const words = {
    agenda: useTranslations("agenda"),
    programme: useTranslations("programme"),
    feedback: useTranslations("feedback"),
  };
  const known = { standing, overlaps: overlaps(all), toRate };
  return (
    <section aria-labelledby={`day-${day}`} className="mb-10">
      <h2 id={`day-${day}`} className="mb-3 scroll-mt-4 border-b-2 border-ink pb-2 text-[22px]">
        {formatDay(day, "day", conference.reader)}
      </h2>
      <Markup
        as="ul"
        id={`agenda-${day}`}
        className="agenda-list"
        html={agendaList(words, conference, entries, known)}
      />
    </section>
  );
}
