import "server-only";
import { getTranslations } from "next-intl/server";
import type { Failure, FieldValues } from "@/lib/result";

/**
 * A failure with its codes turned into sentences in the reader's language, as the last step of an action: so
 * the sentence reaches a form that was sent without JavaScript too. Codes are keys under "errors".
 */
export async function inWords(failure: Failure): Promise<Failure> {
  const t = await getTranslations("errors");
  const say = (code: string, params?: Failure["params"]) => {
    const key = code as Parameters<typeof t>[0];
    return t.has(key) ? t(key, params) : t("invalid");
  };
  return {
    ...failure,
    message: say(failure.message, failure.params),
    fields:
      failure.fields &&
      Object.fromEntries(
        Object.entries(failure.fields).map(([name, codes]) => [
          name,
          [...new Set(codes)].map((code) => say(code, failure.params)),
        ]),
      ),
  };
}

/** The same for a mutation's failure: what was typed goes back, with what the mutation puts in its place. */
export const inWordsKeeping = (values: FieldValues, failure: Failure): Promise<Failure> =>
  inWords({ ...failure, values: { ...values, ...failure.values } });
