export type EditionFacts = {
  edition: number;
  year: number;
  dates: string | null;
  place: string | null;
  participants: string | null;
};

/** What a form was filled in against, in one line: who saves over another version is told so. */
export const asSeen = ({ edition, year, dates, place, participants }: EditionFacts): string =>
  JSON.stringify([edition, year, dates, place, participants]);
