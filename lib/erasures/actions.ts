"use server";

import { redirect } from "next/navigation";
import { db } from "@/db/client";
import { requirePerson } from "@/lib/auth/actors";
import { forgetSession } from "@/lib/auth/enter";
import { inWords } from "@/lib/i18n/failure";
import { refreshPublicPages } from "@/lib/refresh";
import { type FormState, fail, parseForm } from "@/lib/result";
import { EraseInput } from "./input";
import { eraseAccount } from "./mutations";

/** Erases the account of whoever is signed in, if its address was typed; then nobody is signed in any more. */
export async function eraseMyAccount(slug: string, _prev: FormState, form: FormData): Promise<FormState> {
  const person = await requirePerson();
  const input = parseForm(EraseInput, form);
  if (!input.ok) return inWords(input);
  const { values } = input;
  if (input.data.address.toLowerCase() !== person.email)
    return inWords(fail("invalid", { fields: { address: ["other-address"] }, values }));
  const erased = await eraseAccount(db, person);
  if (!erased.ok) return inWords({ ...erased, values });
  await forgetSession();
  refreshPublicPages();
  redirect(`/${person.locale}/${slug}/my-data/erased`);
}
