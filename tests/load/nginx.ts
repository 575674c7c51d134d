import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import autocannon from "autocannon";
import { freePort } from "@/db/embedded/ports";
import type { Bench, Ground } from "./support";
import { round } from "./support";

/** docs/nginx.conf itself, with only its port, its upstream and its folders set for this run. */
function configuration(home: string, port: number, upstream: string): string {
  const file = path.join(home, "nginx.conf");
  const documented = readFileSync("docs/nginx.conf", "utf8");
  const replaced = documented
    .replace("listen 80 default_server", `listen 127.0.0.1:${port} default_server`)
    .replace("server 127.0.0.1:3000", `server ${upstream}`)
    .replace("/run/nginx.pid", path.join(home, "pid"))
    .replace("/var/cache/nginx/openfloor", path.join(home, "cache"))
    .replaceAll("/var/log/nginx/", `${home}/`);
  writeFileSync(file, replaced);
  return file;
}

/** The home page through the documented nginx, kept for one second. Skipped where there is no nginx. */
export async function run(ground: Ground): Promise<Bench> {
  if (spawnSync("nginx", ["-v"]).error)
    return { figures: { skipped: "nginx is not installed" }, demands: [] };
  const server = await ground.server(await ground.database(), { TRUSTED_PROXIES: "1" });
  const home = mkdtempSync(path.join(tmpdir(), "openfloor-nginx-"));
  // nginx works as another user when it is started as root, and must reach its cache.
  chmodSync(home, 0o755);
  mkdirSync(path.join(home, "cache"));
  const port = await freePort();
  const file = configuration(home, port, new URL(server.address).host.replace("localhost", "127.0.0.1"));
  const nginx = spawn("nginx", ["-c", file, "-p", home, "-g", "daemon off;"], { stdio: "inherit" });
  try {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const flood = (duration: number) =>
      autocannon({ url: `http://127.0.0.1:${port}/en/ecc2019`, connections: 64, duration });
    await flood(2);
    const result = await flood(10);
    return {
      figures: {
        "requests per second": round(result.requests.average),
        "p99, ms": result.latency.p99,
        "answers that were not 200": result.non2xx,
      },
      demands: [
        { sentence: "10,000 requests per second through nginx", holds: result.requests.average >= 10_000 },
        { sentence: "every answer was 200", holds: result.non2xx === 0 && result.errors === 0 },
      ],
    };
  } finally {
    const gone = new Promise((resolve) => nginx.once("exit", resolve));
    nginx.kill("SIGTERM");
    await gone;
    rmSync(home, { recursive: true, force: true });
  }
}
