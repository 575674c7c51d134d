"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import type { Problem } from "@/lib/import-problems/rules";
import { type FormState, fail, parseForm } from "@/lib/result";
import { ApplyInput, readUpload, UploadInput } from "./input";
import { applyImport, keepUpload } from "./mutations";
import { MOST } from "./rules";

const SHOWN = 40;

export async function uploadAction(slug: string, _prev: FormState, form: FormData): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(UploadInput, form);
  if (!input.ok) return inWords(input);
  const file = form.get("file");
  if (!(file instanceof Blob) || file.size === 0)
    return inWords(fail("import-no-file", { values: input.values }));
  if (file.size > MOST.bytes) return inWords(fail("import-too-large", { values: input.values }));
  const content = await readText(file);
  if (content === undefined) return inWords(fail("import-not-text", { values: input.values }));
  const fileName = file instanceof File ? file.name.slice(0, 200).replaceAll("\0", "") : "";
  const format = /^\s*[{[]/.test(content) ? "json" : "csv";
  const reading = readUpload({ format, content }, organiser);
  if (!reading.ok) return refuse(reading.problems);
  const id = await keepUpload(db, organiser, { format, fileName, content, keepsOthers: input.data.keep });
  redirect(`/${await getLocale()}/${slug}/admin/programme/import/${id}`);
}

/** Text in UTF-8 that the database can keep; undefined for anything else. */
async function readText(file: Blob): Promise<string | undefined> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    return text.includes("\0") ? undefined : text;
  } catch {
    // Not UTF-8: the file is at fault, and who sent it is told.
    return undefined;
  }
}

/** Every problem in a sentence of its own, with the line or entry it stands in. */
async function refuse(problems: Problem[]): Promise<FormState> {
  const t = await getTranslations("imports.problems");
  const say = ({ code, line, entry, field = "", value = "" }: Problem) => {
    const what = t(code as Parameters<typeof t>[0], { field, value });
    if (line !== undefined) return t("atLine", { line, what });
    return entry === undefined ? what : t("atEntry", { entry, what });
  };
  const more = problems.length > SHOWN ? [t("more", { count: problems.length - SHOWN })] : [];
  return {
    ...(await inWords(fail("import-problems", { params: { count: problems.length } }))),
    values: { problems: [...problems.slice(0, SHOWN).map(say), ...more] },
  };
}

export async function applyAction(
  slug: string,
  id: string,
  _prev: FormState,
  form: FormData,
): Promise<FormState> {
  const organiser = await requireOrganiser(slug);
  const input = parseForm(ApplyInput, form);
  if (!input.ok) return inWords(input);
  const result = await applyImport(db, organiser, { id, ...input.data });
  if (result.ok) redirect(`/${await getLocale()}/${slug}/admin/programme/releases?done=imported`);
  refresh();
  return inWordsKeeping(input.values, result);
}
