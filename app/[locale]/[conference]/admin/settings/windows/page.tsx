import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { Form, FormField, FormHidden } from "@/components/ui/form";
import { StateWord } from "@/components/ui/state-word";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireOrganiser } from "@/lib/auth/actors";
import { conferenceNow } from "@/lib/clock";
import { saveWindows } from "@/lib/conferences/actions";
import { loadConference, type WindowModule } from "@/lib/conferences/queries";
import { windowState } from "@/lib/conferences/rules";
import { localMinute } from "@/lib/local-time";

type Props = { params: Promise<{ locale: string; conference: string }> };

const tones = { upcoming: "quiet", open: "ok", closed: "warn", unset: "quiet" } as const;

export async function generateMetadata() {
  return { title: (await getTranslations("settings.windows"))("title") };
}

export default async function WindowsPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const { conference } = await requireOrganiser(slug);
  const t = await getTranslations("settings");
  const now = conferenceNow(conference);
  const local = (at: Date | null) => (at ? localMinute(at, conference.timeZone) : "");
  return (
    <DeskPage title={t("title")} lead={t("windows.lead", { zone: conference.timeZone })}>
      <SettingsTabs desk={`/${reader}/${slug}/admin`} here="windows" />
      <Form action={saveWindows.bind(null, slug)} className="grid max-w-[860px]">
        <FormHidden name="version" value={conference.updatedAt.toISOString()} />
        {(Object.keys(conference.windows) as WindowModule[]).map((module) => {
          const window = conference.windows[module];
          const state = window.opensAt ? windowState(window, now) : "unset";
          const name = t(`windows.module.${module}`);
          return (
            <fieldset
              key={module}
              className="grid gap-x-6 gap-y-3 border-t border-line py-5 first-of-type:border-t-0 first-of-type:pt-0 wide:grid-cols-[220px_1fr_1fr]"
            >
              <legend className="sr-only">{name}</legend>
              <div aria-hidden="true">
                <p className="font-semibold">{name}</p>
                <StateWord tone={tones[state]}>{t(`windows.state.${state}`)}</StateWord>
              </div>
              {(["opensAt", "closesAt"] as const).map((end) => (
                <FormField
                  key={end}
                  name={`${module}.${end}`}
                  type="datetime-local"
                  label={t(`windows.${end}`)}
                  defaultValue={local(window[end])}
                />
              ))}
            </fieldset>
          );
        })}
        <div className="grid gap-5 border-t border-line pt-6">
          <p className="max-w-[68ch] text-sm text-ink-2">{t("windows.summer")}</p>
          <div>
            <SubmitButton busy={t("saving")}>{t("windows.save")}</SubmitButton>
          </div>
        </div>
      </Form>
    </DeskPage>
  );
}
