import { getFormatter, getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { conferenceNow, realNow } from "@/lib/clock";
import { loadConference } from "@/lib/conferences/queries";
import { windowState } from "@/lib/conferences/rules";
import { formatInstant } from "@/lib/dates";
import { countryName } from "@/lib/i18n/countries";
import { localize } from "@/lib/i18n/text";
import { daysBetween } from "@/lib/local-time";
import { findFigures, findOverviewFacts } from "@/lib/overview/queries";
import { courseOf, needsOf } from "@/lib/overview/rules";
import { findPlaceCount } from "@/lib/places/queries";
import { readFilter } from "@/lib/registration-filters/rules";
import { countByState } from "@/lib/registration-list/queries";
import { Bars } from "./_components/bars";
import { CourseChart } from "./_components/course-chart";
import { KeyFigures } from "./_components/key-figures";
import { Needs } from "./_components/needs";
import { OpenWindows } from "./_components/open-windows";

type Props = { params: Promise<{ locale: string; conference: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("desk.overview"))("title") };
}

const COUNTRIES_IN_SIGHT = 8;

export default async function OverviewPage({ params }: Props) {
  const { reader, slug } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { conference } = organiser;
  const now = conferenceNow(conference);
  const [t, format, facts, figures, places, states] = await Promise.all([
    getTranslations("desk.overview"),
    getFormatter(),
    findOverviewFacts(db, organiser, now),
    findFigures(db, organiser),
    findPlaceCount(db, conference.id, now),
    countByState(db, organiser, readFilter({})),
  ]);
  const desk = `/${reader}/${slug}/admin`;
  const list = `${desk}/registrations`;
  const typeNames = new Map(
    figures.byType.map(({ id, name }) => [id, localize(name, reader, conference.locale)]),
  );
  const { registration } = conference.windows;
  const state = windowState(registration, now);
  const turn = state === "upcoming" ? registration.opensAt : registration.closesAt;
  const countries = figures.byCountry.map(({ code, count }) => ({
    key: code,
    label: countryName(code, reader),
    href: `${list}?country=${code}&state=confirmed`,
    value: format.number(count),
    share: count / (figures.byCountry[0]?.count ?? 1),
  }));
  return (
    <DeskPage
      title={t("title")}
      aside={
        <>
          <span className="text-sm text-ink-2">
            {t(conference.mode === "rehearsal" ? "clockRehearsal" : "clock", {
              moment: formatInstant(now, "moment", reader, conference.timeZone),
            })}
          </span>
          <ButtonLink size="small" href={list}>
            {t("toRegistrations")}
          </ButtonLink>
        </>
      }
    >
      <KeyFigures
        figures={[
          {
            value: `${format.number(places.taken)} / ${format.number(places.capacity)}`,
            label: t("places", { waiting: places.waiting, offered: states.offered }),
            href: `${list}?state=confirmed`,
          },
          {
            value: format.number(facts.pending.count),
            label: t("pending", { count: facts.pending.count }),
            href: `${list}?state=pending`,
          },
          {
            value:
              turn && state !== "closed"
                ? format.number(Math.max(0, daysBetween(now, turn, conference.timeZone)))
                : "–",
            label: t(`window.${state}`, {
              planned: registration.opensAt ? "yes" : "no",
              ends: registration.closesAt ? "yes" : "no",
            }),
            href: `${desk}/settings`,
          },
          {
            value: format.number(figures.mails.failed),
            label: t("mails", { all: figures.mails.all, kept: figures.mails.kept }),
            href: `${desk}/outbox`,
          },
        ]}
      />
      <Needs
        needs={needsOf(facts, now)}
        desk={desk}
        conference={conference}
        now={now}
        realNow={realNow()}
        typeNames={typeNames}
      />
      <div className="mt-5 grid items-start gap-5 wide:grid-cols-2">
        <Panel title={t("course.title")}>
          <CourseChart course={courseOf(figures.byDay)} />
        </Panel>
        <Panel title={t("windows")}>
          <OpenWindows conference={conference} now={now} />
        </Panel>
        <Panel title={t("byType")}>
          {figures.byType.length === 0 ? <p className="text-ink-2">{t("noTypes")}</p> : null}
          <Bars
            bars={figures.byType.map(({ id, capacity, taken, waiting }) => ({
              key: id,
              label: typeNames.get(id) ?? "",
              href: `${list}?type=${id}`,
              value:
                capacity === null
                  ? format.number(taken)
                  : `${format.number(taken)} / ${format.number(capacity)}`,
              note: waiting > 0 ? t("typeWaiting", { count: waiting }) : undefined,
              share: taken / Math.max(1, capacity ?? places.capacity),
            }))}
          />
        </Panel>
        <Panel title={t("byCountry", { count: countries.length })}>
          {countries.length === 0 ? <p className="text-ink-2">{t("nobody")}</p> : null}
          <Bars bars={countries.slice(0, COUNTRIES_IN_SIGHT)} />
          {countries.length > COUNTRIES_IN_SIGHT ? (
            <details className="mt-2">
              <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-action wide:min-h-9">
                {t("moreCountries", { count: countries.length - COUNTRIES_IN_SIGHT })}
              </summary>
              <div className="mt-2">
                <Bars bars={countries.slice(COUNTRIES_IN_SIGHT)} />
              </div>
            </details>
          ) : null}
        </Panel>
      </div>
    </DeskPage>
  );
}
