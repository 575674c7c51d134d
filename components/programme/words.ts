import type { useTranslations } from "next-intl";

/** The words of the programme, as a page has them from next-intl. */
export type ProgrammeWords = ReturnType<typeof useTranslations<"programme">>;
