/** Progress in words: what is being done, and how long it took when that was long enough to wonder. */
export async function step<T>(words: string, work: () => Promise<T> | T): Promise<T> {
  const begun = performance.now();
  console.log(`${words} …`);
  const result = await work();
  const seconds = (performance.now() - begun) / 1000;
  if (seconds >= 0.5)
    console.log(`  done in ${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} seconds`);
  return result;
}

/** Ends the process. An operator's mistake gets its sentence, anything else its stack. */
export function giveUp(error: unknown): never {
  const expected =
    error instanceof Error && ["EmbeddedError", "MigrationError", "StartError"].includes(error.name);
  console.error(expected ? `\n${error.message}` : error);
  process.exit(1);
}

/** Something the operator can mend; the message is a sentence. */
export class StartError extends Error {
  override name = "StartError";
}
