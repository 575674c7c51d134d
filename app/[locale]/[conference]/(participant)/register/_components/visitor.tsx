import { getTranslations } from "next-intl/server";
import { AskForm } from "@/components/people/ask-form";
import { ClosedNotice } from "@/components/registrations/closed-registration";
import { formSpec } from "@/components/registrations/form-spec";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { db } from "@/db/client";
import { conferenceNow } from "@/lib/clock";
import type { Conference } from "@/lib/conferences/queries";
import { registrationOffer } from "@/lib/conferences/rules";
import { formatInstant, zoneName } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locales";
import { findPlaceCount } from "@/lib/places/queries";
import { findRegistrationForm } from "@/lib/registration-forms/queries";
import { askForMail } from "@/lib/sign-in/actions";
import { AskedList } from "./asked-list";
import { Part } from "./part";

type Reading = Conference & { reader: Locale };

/** Before sign-in: what registering means, whether one can now, and the field with which it begins. */
export async function Visitor({ conference, query }: { conference: Reading; query: string }) {
  const [t, form] = await Promise.all([
    getTranslations("registration.visitor"),
    getTranslations("registration.form"),
  ]);
  const [spec, places] = await Promise.all([
    findRegistrationForm(db, conference.id).then((asked) => formSpec(conference, asked)),
    findPlaceCount(db, conference.id, conferenceNow(conference)),
  ]);
  const offer = registrationOffer(conference.windows.registration, conferenceNow(conference), places.left);
  const open = offer === "register" || offer === "waiting-list";
  // Said once above; a type says more only when it has places, or a rule, of its own.
  const usual = form("placesLeft", { count: places.left });
  return (
    <div className="grid items-start gap-x-12 gap-y-10 wide:grid-cols-[1fr_360px]">
      <aside className="grid gap-5 wide:col-start-2 wide:row-start-1">
        {open ? (
          <OpenNotice conference={conference} places={places} />
        ) : (
          <ClosedNotice conference={conference} />
        )}
        <Start conference={conference} open={open} query={query} />
      </aside>
      <div className="grid min-w-0 gap-10 wide:col-start-1 wide:row-start-1">
        <Part title={t("how")}>
          <ol className="grid gap-4">
            {(["address", "form", "place"] as const).map((step, index) => (
              <li key={step} className="flex gap-4">
                <span className="w-5 shrink-0 text-xl font-bold text-ink-3 tabular-nums" aria-hidden="true">
                  {index + 1}
                </span>
                <div>
                  <h3 className="text-[17px]">{t(`${step}.title`)}</h3>
                  <p className="mt-0.5 max-w-[62ch] text-ink-2">{t(`${step}.text`)}</p>
                </div>
              </li>
            ))}
          </ol>
        </Part>
        <Part title={t("types")}>
          {spec.types.length > 0 ? (
            <ul className="grid border-line border-b">
              {spec.types.map(({ id, name, note }) => (
                <li
                  key={id}
                  className="flex flex-wrap justify-between gap-x-6 border-line border-t py-2.5 tabular-nums"
                >
                  <span className="font-semibold">{name}</span>
                  {open && note !== usual ? <span className="text-[15px] text-ink-2">{note}</span> : null}
                </li>
              ))}
            </ul>
          ) : (
            <Notice tone="info">{t("noTypes")}</Notice>
          )}
        </Part>
        <AskedList spec={spec} />
      </div>
    </div>
  );
}

async function OpenNotice({
  conference,
  places: { left, capacity },
}: {
  conference: Reading;
  places: { left: number; capacity: number };
}) {
  const t = await getTranslations("places");
  const { reader, timeZone } = conference;
  const { closesAt } = conference.windows.registration;
  const until = closesAt && {
    moment: formatInstant(closesAt, "moment", reader, timeZone),
    zone: zoneName(closesAt, timeZone, reader),
  };
  return (
    <div className="border-ink border-t-2 pt-4">
      <p className="font-bold text-[28px] leading-tight tracking-[-0.02em] tabular-nums">
        {left > 0 ? t("left", { count: left }) : t("none")}
      </p>
      <p className="mt-1.5 text-[15px] text-ink-2 tabular-nums">
        {left > 0 ? t("taken", { taken: capacity - left, capacity }) : t("waiting")}
        {until ? ` ${t("until", until)}` : null}
      </p>
    </div>
  );
}

/** The same field and action as on the page for signing in; it leads back here, or to what one has already. */
async function Start({ conference, open, query }: { conference: Reading; open: boolean; query: string }) {
  const [t, signIn] = await Promise.all([getTranslations("registration.visitor"), getTranslations("signIn")]);
  const { reader, slug } = conference;
  const to = open ? `/${reader}/${slug}/register${query}` : `/${reader}/${slug}/registration`;
  return (
    <Panel title={open ? t("start") : t("already")}>
      <p className="mb-4 text-[15px] text-ink-2">{open ? t("startText") : t("alreadyText")}</p>
      <AskForm
        action={askForMail.bind(null, reader, to)}
        labels={{ email: signIn("email"), send: signIn("send"), sending: signIn("sending") }}
      />
    </Panel>
  );
}
