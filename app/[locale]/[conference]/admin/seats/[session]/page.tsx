import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { findReleased, listLine } from "@/lib/seat-waiting-list/queries";
import { Holders } from "./_components/holders";
import { Removal } from "./_components/removal";

type Props = {
  params: Promise<{ locale: string; conference: string; session: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("seats.desk"))("title") };
}

/** Who has a seat in a session and who waits for one. */
export default async function SessionSeatsPage({ params, searchParams }: Props) {
  const { session: address } = await params;
  const { reader, slug } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const session = await findReleased(db, organiser, address);
  if (!session) notFound();
  const [t, people, asked] = await Promise.all([
    getTranslations("seats.desk"),
    listLine(db, organiser, session.sessionId),
    searchParams,
  ]);
  const desk = `/${reader}/${slug}/admin`;
  const here = `${desk}/seats/${address}`;
  const { timeZone } = organiser.conference;
  const booked = people.filter(({ state }) => state === "booked");
  const waiting = people.filter(({ state }) => state === "waiting");
  const leaving = people.find(({ id }) => id === asked.remove);
  const counts =
    session.seats === null
      ? t("bookedOpen", { booked: booked.length })
      : t("booked", { booked: booked.length, seats: session.seats });
  return (
    <DeskPage
      title={session.title}
      lead={`${formatInstant(session.startsAt, "moment", reader, timeZone)} · ${counts}`}
    >
      <p className="mb-6 flex flex-wrap gap-x-6 gap-y-2">
        <a className="link inline-flex min-h-11 items-center" href={`${desk}/seats`}>
          {t("back")}
        </a>
        {people.length > 0 ? (
          <ButtonLink look="secondary" href={`${here}/export`} download>
            {t("export")}
          </ButtonLink>
        ) : null}
      </p>
      {asked.done === "removed" ? (
        <div className="mb-6 max-w-[620px]">
          <Notice tone="ok" live>
            {t("removed")}
          </Notice>
        </div>
      ) : null}
      {leaving ? <Removal person={leaving} conference={slug} reader={reader} session={address} /> : null}
      <Holders title={t("bookedTitle")} none={t("noneBooked")} people={booked} desk={desk} here={here} />
      <Holders title={t("waitingTitle")} none={t("noneWaiting")} people={waiting} desk={desk} here={here} />
    </DeskPage>
  );
}
