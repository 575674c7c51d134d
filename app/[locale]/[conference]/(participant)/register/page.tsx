import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/components/conferences/page-metadata";
import { ClosedRegistration } from "@/components/registrations/closed-registration";
import { formSpec, formWords } from "@/components/registrations/form-spec";
import { RegistrationForm } from "@/components/registrations/registration-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { requireGuest } from "@/lib/auth/actors";
import { currentSession } from "@/lib/auth/session";
import { conferenceNow } from "@/lib/clock";
import { loadConference } from "@/lib/conferences/queries";
import { windowState } from "@/lib/conferences/rules";
import { formatDayRange } from "@/lib/dates";
import { keepsForm, lastKnown } from "@/lib/outage";
import { findRegistrationForm } from "@/lib/registration-forms/queries";
import { registerAction } from "@/lib/registrations/actions";
import { findOwnRegistration } from "@/lib/registrations/queries";
import { mayRegisterAgain } from "@/lib/registrations/rules";
import { Visitor } from "./_components/visitor";

type Props = PageProps<"/[locale]/[conference]/register">;

/** The address answers by session: what a visitor reads may be found, what a person sees is theirs. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const conference = await loadConference(await params);
  const t = await getTranslations("registration");
  const title = t("register");
  if (keepsForm() || (await currentSession())) return { title };
  const { name, startsOn, endsOn, reader } = conference;
  const description = t("visitor.description", { name, dates: formatDayRange(startsOn, endsOn, reader) });
  return { ...pageMetadata(conference, "/register", { title, description }), robots: { index: true } };
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

/** The type and the invitation that a link brought along: signing in must not lose them. */
function wishes(asked: Record<string, string | string[] | undefined>): string {
  const kept = ["type", "code"].flatMap((name) =>
    one(asked[name]) ? [[name, one(asked[name]).slice(0, 60)]] : [],
  );
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : "";
}

export default async function RegisterPage({ params, searchParams }: Props) {
  const conference = await loadConference(await params);
  const { reader, slug } = conference;
  const t = await getTranslations("registration");
  const title = t("title", { conference: conference.shortName });
  const place = [conference.venueName, conference.venueCity].filter(Boolean).join(", ");
  const dates = formatDayRange(conference.startsOn, conference.endsOn, reader);
  const lead = place ? `${dates} · ${place}` : dates;
  if (!keepsForm() && !(await currentSession()))
    return (
      <PageShell title={title} lead={lead}>
        <Visitor conference={conference} query={wishes(await searchParams)} />
      </PageShell>
    );
  if (windowState(conference.windows.registration, conferenceNow(conference)) !== "open")
    return (
      <PageShell title={title}>
        <ClosedRegistration conference={conference} />
      </PageShell>
    );
  const spec = () =>
    lastKnown(`form ${slug} ${reader}`, async () =>
      formSpec(conference, await findRegistrationForm(db, conference.id)),
    );
  const action = registerAction.bind(null, slug, reader);
  const words = await formWords("register");
  // At the same place as below, or React would not find the state of the form, in which is what was typed.
  if (keepsForm())
    return (
      <PageShell title={title}>
        {null}
        <RegistrationForm action={action} spec={await spec()} words={words} isNew initial={{}} />
      </PageShell>
    );
  const guest = await requireGuest(slug);
  const [own, form, asked] = await Promise.all([
    findOwnRegistration(db, conference.id, guest.personId),
    spec(),
    searchParams,
  ]);
  if (own && own.state !== "cancelled")
    return (
      <PageShell title={title}>
        <div className="grid max-w-[640px] gap-5">
          <Notice tone="yours" title={t("already")}>
            {t("alreadyText")}
          </Notice>
          <div>
            <ButtonLink href={`/${reader}/${slug}/registration`}>{t("seeMine")}</ButtonLink>
          </div>
        </div>
      </PageShell>
    );
  if (own && !mayRegisterAgain(own))
    return (
      <PageShell title={title}>
        <div className="max-w-[640px]">
          <Notice tone="warn" title={t("ended")}>
            {conference.contactEmail ? t("contact", { contact: conference.contactEmail }) : null}
          </Notice>
        </div>
      </PageShell>
    );
  const only = form.types.length === 1 ? form.types[0]?.id : undefined;
  return (
    <PageShell title={title} lead={lead}>
      <p className="-mt-4 mb-8 text-[15px] text-ink-2">{t("signedInAs", { email: guest.email })}</p>
      {form.types.length > 0 ? (
        <RegistrationForm
          action={action}
          spec={form}
          words={words}
          isNew
          initial={{
            typeId: one(asked.type) || only || "",
            invitation: one(asked.code).slice(0, 60),
            givenName: guest.givenName ?? "",
            familyName: guest.familyName ?? "",
          }}
        />
      ) : (
        <Notice tone="info" title={t("noTypes")} />
      )}
    </PageShell>
  );
}
