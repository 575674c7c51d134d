import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ButtonLink } from "@/components/ui/button";
import { Form, FormField } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { conferenceNow, realNow } from "@/lib/clock";
import { leaveRehearsal } from "@/lib/conferences/actions";
import { countRehearsal, loadConference, type WindowModule } from "@/lib/conferences/queries";
import { windowState } from "@/lib/conferences/rules";
import { formatInstant } from "@/lib/dates";

type Props = { params: Promise<{ locale: string; conference: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("clock.leave"))("title") };
}

export default async function LeaveRehearsalPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const { conference } = await requireOrganiser(slug);
  const clock = `/${reader}/${slug}/admin/clock`;
  if (conference.mode === "live") redirect(clock);
  const t = await getTranslations("clock");
  const module = await getTranslations("settings.windows");
  const { registered, kept } = await countRehearsal(db, conference);
  const [from, to] = [conferenceNow(conference), realNow()];
  const inWords = (at: Date) => formatInstant(at, "moment", reader, conference.timeZone);
  const changes = (Object.keys(conference.windows) as WindowModule[])
    .map((name) => ({ name, window: conference.windows[name] }))
    .filter(({ window }) => window.opensAt && windowState(window, from) !== windowState(window, to));
  return (
    <DeskPage title={t("leave.title")} lead={t("leave.lead")} back={{ href: clock, label: t("title") }}>
      <section className="max-w-[68ch]">
        <h2 className="mb-3 text-[17px]">{t("leave.what")}</h2>
        <ul className="grid list-disc gap-2 pl-5">
          <li>{t("leave.time", { from: inWords(from), to: inWords(to) })}</li>
          {changes.map(({ name, window }) => (
            <li key={name}>
              {t("leave.window", {
                module: module(`module.${name}`),
                before: module(`state.${windowState(window, from)}`).toLocaleLowerCase(reader),
                after: module(`state.${windowState(window, to)}`).toLocaleLowerCase(reader),
              })}
            </li>
          ))}
          <li>{t("leave.mail", { kept })}</li>
          <li>{t("leave.people", { registrations: registered })}</li>
        </ul>
        <Form action={leaveRehearsal.bind(null, slug)} className="mt-8 grid gap-5">
          <FormField name="name" label={t("leave.type", { name: conference.name })} autoComplete="off" />
          <div className="flex flex-wrap gap-3">
            <SubmitButton look="danger">{t("leave.button")}</SubmitButton>
            <ButtonLink look="secondary" href={clock}>
              {t("leave.cancel")}
            </ButtonLink>
          </div>
        </Form>
      </section>
    </DeskPage>
  );
}
