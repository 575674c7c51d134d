import { buildIfStale } from "./start/build";

// `npm run build`: builds when something changed since the last build; --force builds in any case.
try {
  const built = await buildIfStale({
    force: process.argv.includes("--force"),
    say: (sentence) => console.log(sentence),
  });
  if (!built) console.log("The build is up to date.");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
