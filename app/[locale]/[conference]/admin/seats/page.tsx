import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { Form, FormField } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { saveSeatMinutes } from "@/lib/seats/actions";
import { listSeatedSessions } from "@/lib/seats/queries";

type Props = { params: Promise<{ locale: string; conference: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("seats.desk"))("title") };
}

/** The sessions of the last release that are booked: how full they are, and until when. */
export default async function SeatsPage({ params }: Props) {
  const { reader, slug } = await loadConference(await params);
  const { conference } = await requireOrganiser(slug);
  const [t, sessions] = await Promise.all([
    getTranslations("seats.desk"),
    listSeatedSessions(db, conference),
  ]);
  const saving = (await getTranslations("settings"))("saving");
  const here = `/${reader}/${slug}/admin/seats`;
  return (
    <DeskPage title={t("title")} lead={t("lead")}>
      {sessions.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul className="max-w-[900px] border-t border-line">
        {sessions.map(({ sessionId, slug: session, title, startsAt, cancelled, seats, booked, waiting }) => (
          <li
            key={sessionId}
            className="grid gap-x-6 border-b border-line py-3 text-[15px] wide:grid-cols-[minmax(0,1fr)_11rem_13rem]"
          >
            <a className="link reach font-semibold" href={`${here}/${session}`}>
              {title}
            </a>
            <span className="text-ink-2 tabular-nums">
              {formatInstant(startsAt, "moment", reader, conference.timeZone)}
            </span>
            <span className="tabular-nums">
              {cancelled
                ? t("cancelled")
                : seats === null
                  ? t("bookedOpen", { booked })
                  : t("booked", { booked, seats })}
              {waiting > 0 ? <span className="text-ink-2"> · {t("waiting", { count: waiting })}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      <h2 className="mt-12 text-[22px]">{t("until.title")}</h2>
      <Form action={saveSeatMinutes.bind(null, slug)} className="mt-4 grid max-w-[560px] gap-5">
        <FormField
          name="seatMinutes"
          label={t("until.label")}
          hint={t("until.hint")}
          inputMode="numeric"
          className="max-w-40 tabular-nums"
          defaultValue={String(conference.seatMinutes)}
        />
        <div>
          <SubmitButton busy={saving}>{t("until.save")}</SubmitButton>
        </div>
      </Form>
    </DeskPage>
  );
}
