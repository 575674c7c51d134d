/** The conference of the demonstration. */
export const CONFERENCE = "ecc2019";

/** Below the address of a conference; every page of it that anyone may open stands here, and only here. */
export const OF_CONFERENCE = [
  "",
  "/programme",
  "/speakers",
  "/practical",
  "/register",
  "/ideas",
  "/matchmaking",
  "/awards",
  "/news",
  "/privacy",
  "/accessibility",
  "/past-editions",
  "/demonstration",
];

/** Pages that anyone may open. Session pages and single news are found by their links. */
export const PUBLIC_PAGES = [
  "/en",
  "/en/sign-in",
  ...OF_CONFERENCE.map((page) => `/en/${CONFERENCE}${page}`),
  ...["ro", "fr", "de"].map((locale) => `/${locale}/${CONFERENCE}`),
];

/** The most JavaScript that a public page may load, after gzip. */
export const LIGHT = 160_000;
