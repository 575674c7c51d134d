/**
 * The browser and system a User-Agent names, in words people know: "Firefox on Windows". Only for reading:
 * nothing is decided by it. Unknown ones answer "".
 */
export function describeBrowser(userAgent: string | null | undefined): string {
  const agent = (userAgent ?? "").slice(0, 500);
  const browser = first(browsers, agent);
  const system = first(systems, agent);
  return browser && system ? `${browser} on ${system}` : browser || system;
}

/** The parts of `describeBrowser`, for other languages. */
export function browserParts(described: string): { browser: string; system: string } {
  const [browser = "", system = ""] = described.split(" on ");
  return { browser, system };
}

const first = (known: [RegExp, string][], agent: string) =>
  known.find(([pattern]) => pattern.test(agent))?.[1] ?? "";

// Order matters: every browser claims to be several others.
const browsers: [RegExp, string][] = [
  [/\bEdgA?\/|EdgiOS/, "Edge"],
  [/\bOPR\/|Opera/, "Opera"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Firefox\/|FxiOS/, "Firefox"],
  [/Chrome\/|CriOS|Chromium/, "Chrome"],
  [/Safari\//, "Safari"],
  [/curl\//, "curl"],
];

const systems: [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/CrOS/, "Chromebook"],
  [/Linux|X11/, "Linux"],
];
