import "server-only";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { z } from "zod";
import { type Database, db } from "@/db/client";
import type { Organiser } from "@/lib/auth/actors";
import { RowMove } from "@/lib/fields";
import { inWords, inWordsKeeping } from "@/lib/i18n/failure";
import { refreshPublicPages } from "@/lib/refresh";
import { type FormState, fail, parseForm, type Result } from "@/lib/result";
import { isId } from "./address";

// What the organisers' lists have in common: rows that are added, changed in a form, put in order and taken away.

type Where = {
  /** Below /admin: "consents". */
  page: string;
  /** Visitors see it at once; a draft is the organisers' alone until it is released. */
  visible: boolean;
};

async function done({ page, visible }: Where, { conference }: Organiser, word: string): Promise<never> {
  if (visible) refreshPublicPages();
  redirect(`/${await getLocale()}/${conference.slug}/admin/${page}?done=${word}`);
}

type Saving<Data> = Where & {
  /** May look at what stands there; a failure is answered as it is. */
  schema: z.ZodType<Data> | (() => Promise<Result<z.ZodType<Data>>>);
  add: (db: Database, organiser: Organiser, data: Data) => Promise<Result<unknown>>;
  change: (db: Database, organiser: Organiser, id: string, data: Data) => Promise<Result<unknown>>;
};

/** Saves the form of a row and leads back to its list. `id` null: a new row. On failure nothing typed is lost. */
export async function saveRow<Data>(
  organiser: Organiser,
  id: string | null,
  form: FormData,
  { schema, add, change, ...where }: Saving<Data>,
): Promise<FormState> {
  if (id !== null && !isId(id)) return inWords(fail("not-found"));
  const found = typeof schema === "function" ? await schema() : { ok: true as const, data: schema };
  if (!found.ok) return inWords(found);
  const input = parseForm(found.data, form);
  if (!input.ok) return inWords(input);
  const result = id ? await change(db, organiser, id, input.data) : await add(db, organiser, input.data);
  if (!result.ok) return inWordsKeeping(input.values, result);
  return done(where, organiser, id ? "saved" : "added");
}

/** `version`: as the page had it, for rows that count their changes. */
type Change = (db: Database, organiser: Organiser, id: string, version: number) => Promise<Result<unknown>>;
type Arranging = Where & {
  move: (
    db: Database,
    organiser: Organiser,
    id: string,
    direction: "up" | "down",
  ) => Promise<Result<unknown>>;
  archive?: (db: Database, organiser: Organiser, id: string, archive: boolean) => Promise<Result<unknown>>;
  /** From the list, or from the page of the row itself, which is gone then. */
  remove?: { run: Change; from: "list" | "page" };
};

/** Up, down, archive, restore, remove: one button each; those that the noun does not have are refused. */
export async function arrangeRow(
  organiser: Organiser,
  id: string,
  form: FormData,
  { move, archive, remove, ...where }: Arranging,
): Promise<FormState> {
  const input = parseForm(RowMove, form);
  if (!input.ok || !isId(id)) return inWords(fail("not-found"));
  const asked = input.data.move;
  const run = (): Promise<Result<unknown>> | undefined => {
    if (asked === "up" || asked === "down") return move(db, organiser, id, asked);
    if (asked === "remove") return remove?.run(db, organiser, id, input.data.version);
    return archive?.(db, organiser, id, asked === "archive");
  };
  const result = (await run()) ?? fail("not-found");
  if (!result.ok) return inWordsKeeping(input.values, result);
  if (asked === "remove" && remove?.from === "page") return done(where, organiser, "removed");
  if (where.visible) refreshPublicPages();
  else refresh();
  return { ok: true };
}

type Ending = Where & {
  run: (db: Database, organiser: Organiser, id: string) => Promise<Result<unknown>>;
  /** What the list says afterwards: its message of that name. */
  word: string;
};

/** Ends a row from its own page and leads back to the list. */
export async function endRow(
  organiser: Organiser,
  id: string,
  { run, word, ...where }: Ending,
): Promise<FormState> {
  const result = isId(id) ? await run(db, organiser, id) : fail("not-found");
  return result.ok ? done(where, organiser, word) : inWords(result);
}
