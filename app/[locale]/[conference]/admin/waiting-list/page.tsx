import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DeskPage } from "@/components/desk/desk-page";
import { Pages } from "@/components/desk/pages";
import { db } from "@/db/client";
import type { AddressParams } from "@/lib/address";
import { requireOrganiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { loadConference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { localize } from "@/lib/i18n/text";
import { pagesOf } from "@/lib/paging";
import { findPlaceCount } from "@/lib/places/queries";
import { listChoices } from "@/lib/registration-filters/queries";
import { countByState } from "@/lib/registration-list/queries";
import { readView } from "@/lib/registration-list/rules";
import { listWaiting } from "@/lib/waiting-list/queries";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<AddressParams>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.waiting"))("title") };
}

const SIZE = 100;

export default async function WaitingListPage({ params, searchParams }: Props) {
  const { reader, slug } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { conference } = organiser;
  const { page, filter } = readView(await searchParams);
  const [t, lines, counts, choices, places] = await Promise.all([
    getTranslations("desk.waiting"),
    listWaiting(db, organiser, page, SIZE),
    countByState(db, organiser, {
      ...filter,
      search: "",
      typeId: null,
      country: null,
      checkedIn: null,
      answer: null,
    }),
    listChoices(db, organiser),
    findPlaceCount(db, conference.id, conferenceNow(conference)),
  ]);
  const base = `/${reader}/${slug}/admin`;
  const moment = (at: Date) => formatInstant(at, "moment", reader, conference.timeZone);
  const types = new Map(choices.types.map(({ id, name }) => [id, localize(name, reader, conference.locale)]));
  const row = (one: (typeof lines.offered)[number], lead: ReactNode, end: ReactNode) => (
    <li
      key={one.id}
      className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-4 border-b border-line py-2.5 text-[15px] [overflow-wrap:anywhere] wide:grid-cols-[3rem_minmax(0,1.4fr)_minmax(0,1fr)_15rem]"
    >
      <span className="font-semibold tabular-nums">{lead}</span>
      <span>
        <a className="link reach font-semibold" href={`${base}/registrations/${one.id}`}>
          {one.givenName} {one.familyName}
        </a>
        {one.organisation ? <span className="block text-sm text-ink-2">{one.organisation}</span> : null}
      </span>
      <span className="col-start-2 text-ink-2 wide:col-start-3">{types.get(one.typeId)}</span>
      <span className="col-start-2 text-sm text-ink-2 tabular-nums wide:col-start-4 wide:pt-0.5">{end}</span>
    </li>
  );
  return (
    <DeskPage
      title={t("title")}
      lead={t("lead", { left: places.left, capacity: places.capacity, hours: conference.offerHours })}
    >
      <section className="mb-10">
        <h2 className="mb-3 text-xl">{t("offered", { count: counts.offered })}</h2>
        {lines.offered.length === 0 ? (
          <p className="text-ink-2">{t("noOffers")}</p>
        ) : (
          <ul className="border-t border-line">
            {lines.offered.map((one) =>
              row(one, "–", one.offeredUntil && t("until", { moment: moment(one.offeredUntil) })),
            )}
          </ul>
        )}
      </section>
      <section>
        <h2 className="mb-3 text-xl">{t("waiting", { count: counts.waitlisted })}</h2>
        {lines.waiting.length === 0 ? (
          <p className="text-ink-2">{t("nobody")}</p>
        ) : (
          <ol className="border-t border-line">
            {lines.waiting.map((one) =>
              row(one, one.position, t("since", { moment: moment(one.registeredAt) })),
            )}
          </ol>
        )}
        <Pages
          page={page}
          pages={pagesOf(counts.waitlisted, SIZE)}
          href={(number) => `${base}/waiting-list?page=${number}`}
        />
        {counts.waitlisted > 0 ? (
          <p className="mt-5 text-[15px]">
            <a className="link reach" href={`${base}/registrations?state=waitlisted&sort=oldest`}>
              {t("act")}
            </a>
          </p>
        ) : null}
      </section>
    </DeskPage>
  );
}
