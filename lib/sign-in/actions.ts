"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { safeReturnPath } from "@/lib/auth/actors";
import { describeBrowser } from "@/lib/auth/browser";
import { browserCookie } from "@/lib/auth/cookies";
import { bindBrowser, enter } from "@/lib/auth/enter";
import { randomToken } from "@/lib/auth/hash";
import { clientAddress } from "@/lib/auth/network";
import { realNow } from "@/lib/clock";
import { inWords } from "@/lib/i18n/failure";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { type Failure, type FormState, fail, parseForm, type Result } from "@/lib/result";
import { AskInput, CodeInput } from "./input";
import { askToSignIn, type Confirmed, confirmByCode, confirmByLink } from "./mutations";
import { findAsked } from "./queries";

/** Sends the mail and leads to the field for its code. The answer is the same for every address. */
export async function askForMail(
  locale: string,
  to: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const input = parseForm(AskInput, form);
  if (!input.ok) return inWords(input);
  const asked = await ask(locale, input.data.email, to);
  if (!asked.ok) return inWords({ ...asked, values: input.values });
  redirect(`/${speaking(locale)}/sign-in/code`);
}

/** Another mail to the address this browser asked for last. */
export async function sendAgain(locale: string, _prev: FormState, _form: FormData): Promise<FormState> {
  const before = await findAsked(db, (await cookies()).get(browserCookie())?.value, realNow());
  if (!before) return inWords(fail("code-nobody"));
  const asked = await ask(locale, before.email, before.returnTo);
  if (!asked.ok) return inWords(asked);
  const t = await getTranslations("signIn.code");
  return { ok: true, message: t("againDone") };
}

/** Signs in with the code of a mail that this browser asked for. */
export async function signInByCode(locale: string, _prev: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(CodeInput, form, ["code"]);
  if (!input.ok) return inWords(input);
  const confirmed = await confirmByCode(
    db,
    { typed: input.data.code, browserToken: await browserToken(), address: await clientAddress() },
    realNow(),
  );
  if (!confirmed.ok) return inWords(beside("code", confirmed));
  return goIn(locale, confirmed);
}

/** The button behind the mail's link. */
export async function signInByLink(
  locale: string,
  linkToken: string,
  _prev: FormState,
  _form: FormData,
): Promise<FormState> {
  const confirmed = await confirmByLink(db, { linkToken, browserToken: await browserToken() }, realNow());
  if (!confirmed.ok) return inWords(confirmed);
  return goIn(locale, confirmed);
}

const speaking = (locale: string) => (isLocale(locale) ? locale : defaultLocale);
const browserToken = async () => (await cookies()).get(browserCookie())?.value;
const beside = (name: string, failure: Failure): Failure =>
  failure.code === "too-many" ? failure : { ...failure, fields: { [name]: [failure.message] } };

async function ask(locale: string, email: string, to: string): Promise<Result> {
  const asking = {
    email,
    locale: speaking(locale),
    returnTo: safeReturnPath(to),
    browserToken: await bindBrowser(randomToken),
    browser: describeBrowser((await headers()).get("user-agent")),
    address: await clientAddress(),
  };
  return askToSignIn(db, asking, realNow());
}

async function goIn(locale: string, confirmed: { data: Confirmed }): Promise<FormState> {
  const next = await enter(confirmed.data, speaking(locale));
  if (!next) return inWords(fail("link-unusable"));
  redirect(next);
}
