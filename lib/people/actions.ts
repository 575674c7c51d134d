"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { requirePerson } from "@/lib/auth/actors";
import { inWords } from "@/lib/i18n/failure";
import { type FormState, parseForm } from "@/lib/result";
import { PersonInput } from "./input";
import { changeMyself } from "./mutations";

export async function saveMyself(_prev: FormState, form: FormData): Promise<FormState> {
  const person = await requirePerson();
  const input = parseForm(PersonInput, form);
  if (!input.ok) return inWords(input);
  await changeMyself(db, person, input.data);
  refresh();
  return { ok: true, message: (await getTranslations("account.me"))("saved") };
}
