import type { BrowserContext } from "@playwright/test";

/**
 * Writes down what must not happen on any page of a context: console errors, errors of scripts, requests of
 * ours that fail, and requests to anyone else. `allowed` is read at the end, so a story may add to it.
 */
export function watch(context: BrowserContext, address: string, allowed: RegExp[]): () => string[] {
  const seen: string[] = [];
  const ours = (url: string) => url.startsWith(`${address}/`) || /^(data|blob|about):/.test(url);
  context.on("console", (message) => {
    const { url } = message.location();
    if (message.type() === "error") seen.push(`console: ${message.text()}${url ? ` (${url})` : ""}`);
  });
  context.on("weberror", (error) => seen.push(`script: ${error.error().stack ?? error.error().message}`));
  context.on("request", (request) => {
    if (!ours(request.url())) seen.push(`request to another host: ${request.url()}`);
  });
  context.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // Leaving a page breaks off what it was still loading.
    if (ours(request.url()) && why !== "net::ERR_ABORTED") seen.push(`request: ${request.url()} ${why}`);
  });
  return () => seen.filter((line) => !allowed.some((pattern) => pattern.test(line)));
}
