import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium, type LaunchOptions } from "@playwright/test";

/**
 * The browser of the stories. One that is named by OPENFLOOR_BROWSER or installed goes first, but only if it
 * really starts; otherwise the one that comes from npm, which needs nothing else on the machine.
 */
const HANDED_ON = "OPENFLOOR_BROWSER_FOUND";

// The arguments that come with the npm browser end it when a context closes, so these are ours.
// --no-sandbox: root cannot use the sandbox, and many machines forbid the namespaces that it needs.
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Nothing leaves the machine, whatever a page asks for.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

// The packed font list names folders under /tmp that are not where we inflate: without this, text has no height.
const FONTS_FILE = "openfloor.conf";
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;

/** Why the browser at this path cannot be used; undefined when it shows a page. */
async function whyNot(executablePath: string): Promise<string | undefined> {
  try {
    const browser = await chromium.launch({ ...launchBy(executablePath), timeout: 20_000 });
    const page = await browser.newPage();
    await page.goto("data:text/html,<title>up</title>");
    await browser.close();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Inflates the npm browser once per version into node_modules/.cache; half an inflation is never used. */
async function inflate(): Promise<string> {
  const require = createRequire(import.meta.url);
  const cache = path.resolve("node_modules/.cache");
  const bin = path.join(path.dirname(require.resolve("@sparticuz/chromium")), "../../bin");
  const { version } = require(path.join(bin, "../package.json")) as { version: string };
  const home = path.join(cache, `browser-${version}`);
  const executablePath = path.join(home, "chromium");
  if (existsSync(executablePath)) {
    // An inflation of an earlier day may carry another list.
    await writeFile(path.join(home, "fonts", FONTS_FILE), FONTS);
    return executablePath;
  }
  await mkdir(cache, { recursive: true });
  const half = await mkdtemp(path.join(cache, "browser-half-"));
  const before = process.env.TMPDIR;
  // The package inflates into the folder for temporary files, and its libraries only when it sees this runtime.
  process.env.TMPDIR = half;
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs20.x";
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    await packed.executablePath(bin);
    await writeFile(path.join(half, "fonts", FONTS_FILE), FONTS);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  await rename(half, home).catch(async (error) => {
    await rm(half, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  });
  for (const entry of await readdir(cache)) {
    const old = /^browser-\d/.test(entry) && entry !== path.basename(home);
    if (old) await rm(path.join(cache, entry), { recursive: true, force: true });
  }
  return executablePath;
}

/** How the browser at this path is started; the one from npm brings its own libraries and fonts. */
function launchBy(executablePath: string): LaunchOptions {
  const home = path.dirname(executablePath);
  const fonts = path.join(home, "fonts", FONTS_FILE);
  if (!existsSync(fonts)) return { executablePath, args: ARGS };
  const given = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const libraries = [path.join(home, "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  const env = {
    ...Object.fromEntries(given),
    LD_LIBRARY_PATH: libraries,
    FONTCONFIG_FILE: fonts,
    // Where it keeps its list of fonts; without it, in a folder of whoever runs the tests.
    XDG_CACHE_HOME: path.join(home, "cache"),
    HOME: home,
  };
  return { executablePath, args: ARGS, env };
}

/** Finds a browser that starts and hands it on to the worker processes. Called once, by the global setup. */
export async function prepareBrowser(): Promise<string> {
  const named = process.env.OPENFLOOR_BROWSER;
  const failures: string[] = [];
  const candidates = (named ? [named] : INSTALLED).filter((file) => existsSync(file));
  for (const candidate of [...candidates.map((file) => async () => file), inflate]) {
    const executablePath = await candidate();
    const failure = await whyNot(executablePath);
    if (!failure) {
      process.env[HANDED_ON] = executablePath;
      return executablePath;
    }
    failures.push(`${executablePath}: ${failure}`);
  }
  throw new Error(`No browser starts on this machine.\n${failures.join("\n")}`);
}

/** How a worker starts the browser that prepareBrowser found. */
export function launchOptions(): LaunchOptions {
  const executablePath = process.env[HANDED_ON];
  if (!executablePath) throw new Error("No browser was prepared: run the stories with `npm test -- e2e`");
  return launchBy(executablePath);
}
