/** The colours a topic may have: places in the palette that keeps contrast in both schemes (app/globals.css). */
export const palette = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The colour that is used least, the first of several: what a new topic begins with. */
export function nextColour(used: readonly number[]): number {
  const count = (colour: number) => used.filter((one) => one === colour).length;
  return palette.reduce(
    (best, colour) => (count(colour) < count(best) ? colour : best),
    palette[0] as number,
  );
}
