import { request as send } from "node:http";
import { CONFERENCE } from "./public-pages";
import { startPortal } from "./support/portal";
import { expect, test } from "./support/test";

const HOME = `/en/${CONFERENCE}`;
const REGISTER = `${HOME}/register`;

test.describe("what is posted", () => {
  const post = (address: string, headers: Record<string, string>, body: BodyInit = "a=b") =>
    fetch(address, { method: "POST", headers, body, redirect: "manual" });

  test("from elsewhere is refused in words, in the reader's language", async ({ portal }) => {
    for (const origin of [
      undefined,
      "null",
      "https://evil.example",
      portal.address.replace("http", "https"),
    ]) {
      const answer = await post(portal.address + REGISTER, origin === undefined ? {} : { origin });
      expect(answer.status, String(origin)).toBe(403);
      expect(await answer.text()).toContain("This form did not come from the portal");
    }
    const german = await post(`${portal.address}/de/${CONFERENCE}/register`, {});
    expect(await german.text()).toContain("Das kam von anderswo");
    const own = await post(portal.address + REGISTER, { origin: portal.address });
    expect(own.status).not.toBe(403);
  });

  test("and is too large, or of unknown length, is refused in words", async ({ portal }) => {
    const headers = { origin: portal.address, "content-type": "application/x-www-form-urlencoded" };
    const large = await post(portal.address + REGISTER, headers, "a".repeat(1024 * 1024 + 1));
    expect(large.status).toBe(413);
    expect(await large.text()).toContain("larger than 1 MB");
    const claimed = await new Promise<number | undefined>((resolve, reject) => {
      const options = { method: "POST", headers: { ...headers, "transfer-encoding": "chunked" } };
      const request = send(portal.address + REGISTER, options, (answer) => resolve(answer.statusCode));
      request.on("error", reject);
      request.end("a=b");
    });
    expect(claimed).toBe(411);
  });

  test("under the limit reaches the page", async ({ portal }) => {
    const headers = { origin: portal.address, "content-type": "application/x-www-form-urlencoded" };
    const answer = await post(`${portal.address}/en/sign-in`, headers, `a=${"a".repeat(1000 * 1000)}`);
    expect(answer.status).toBeLessThan(400);
  });
});

test.describe("headers", () => {
  // One of each kind: kept page, page per request, its refusals, answers of programs, files.
  const addresses = {
    public: [HOME, `${HOME}/programme`, `${HOME}/no-such-page`, "/en/no-such-conference"],
    personal: ["/en/sign-in", "/en/account", REGISTER, `${HOME}/admin`, `${HOME}/my-data`, "/mailbox"],
    missing: [`${HOME}/registration/no-such-page`, `${HOME}/admin/no-such-page`, "/en/account/no-such-page"],
  };

  test("protect every answer, and there is one policy, not two", async ({ portal }) => {
    for (const address of [...Object.values(addresses).flat(), "/api/health", "/robots.txt", "/icon.svg"]) {
      const answer = await rawHeaders(portal.address + address);
      expect(answer["content-security-policy"], address).toHaveLength(1);
      expect(answer["content-security-policy"]?.[0], address).toContain("frame-ancestors 'none'");
      expect(answer["strict-transport-security"]?.[0], address).toMatch(/max-age=\d{7,}/);
      expect(answer["x-content-type-options"], address).toEqual(["nosniff"]);
      expect(answer["referrer-policy"], address).toHaveLength(1);
      expect(answer["permissions-policy"], address).toHaveLength(1);
      expect(answer["x-powered-by"], address).toBeUndefined();
    }
  });

  test("name one way, when the page that leads there is made as well as when it is kept", async ({
    portal,
  }) => {
    for (const locale of ["en", "ro", "fr", "de"])
      for (const time of ["first", "second"]) {
        const { location } = await rawHeaders(`${portal.address}/${locale}`);
        expect(location, `${locale}, the ${time} time`).toEqual([`${HOME.replace("en", locale)}`]);
      }
  });

  test("of personal pages keep them out of every cache; each script carries a nonce of this answer alone", async ({
    page,
    signIn,
    portal,
    allow,
  }) => {
    allow.push(/status of 40[34]/);
    await signIn("newcomer@example.org");
    const seen = new Set<string>();
    for (const address of [...addresses.personal, ...addresses.missing, REGISTER]) {
      const answer = await page.request.get(address);
      const { "content-security-policy": policy = "", "cache-control": kept = "" } = answer.headers();
      expect(kept, address).toBe("private, no-store");
      const allowed = policy.match(/script-src ([^;]*)/)?.[1] ?? "";
      expect(allowed, address).not.toContain("unsafe-inline");
      const nonce = allowed.match(/'nonce-([^']+)'/)?.[1] ?? "";
      expect(nonce.length, address).toBeGreaterThan(20);
      expect(seen.has(nonce), `${address} reuses a nonce`).toBe(false);
      seen.add(nonce);
      const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length, address).toBeGreaterThan(0);
      const bare = scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`) && !tag.includes("ld+json"));
      expect(bare, address).toEqual([]);
    }
    // And a browser agrees: the guard of every story would have seen what a policy blocks.
    for (const address of [`${HOME}/admin`, ...addresses.missing]) {
      await page.goto(portal.address + address);
      await expect(page.locator("h1")).toBeVisible();
    }
  });
});

test.describe("the address of whoever asks", () => {
  /** Asks for a sign-in mail as a browser without scripts does, with headers that a client wrote. */
  async function ask(address: string, email: string, claims: Record<string, string> = {}) {
    const form = await (await fetch(`${address}/en/sign-in`)).text();
    const body = new FormData();
    const markup = /<form(?:(?!<\/form>)[\s\S])*name="email"[\s\S]*?<\/form>/.exec(form)?.[0] ?? "";
    for (const [tag] of markup.matchAll(/<input type="hidden"[^>]*>/g)) {
      const value = /value="([^"]*)"/.exec(tag)?.[1] ?? "";
      body.set(
        /name="([^"]*)"/.exec(tag)?.[1] ?? "",
        value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
      );
    }
    body.set("email", email);
    const headers = { origin: address, ...claims };
    return fetch(`${address}/en/sign-in`, { method: "POST", headers, body, redirect: "manual" });
  }

  /** The mail that someone gets who asks so. */
  async function mailFor(address: string, claims: Record<string, string>): Promise<string> {
    const email = `seen-${Math.random().toString(36).slice(2)}@example.org`;
    expect((await ask(address, email, claims)).status).toBe(303);
    const mails = await (
      await fetch(`${address}/mailbox`, { headers: { accept: "application/json" } })
    ).json();
    return (mails as { to: string; text: string }[]).find(({ to }) => to === email)?.text ?? "no mail";
  }

  async function networkSeen(address: string, forwarded: string): Promise<string> {
    const text = await mailFor(address, { "x-forwarded-for": forwarded, "x-real-ip": forwarded });
    return /[\da-f.:]+\/\d+/.exec(text)?.[0] ?? `no network in: ${text}`;
  }

  test("and the name it asks by go into no link: a mail leads to the portal's own address", async ({
    portal,
  }) => {
    const text = await mailFor(portal.address, {
      host: "evil.example",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      forwarded: "host=evil.example;proto=https",
    });
    expect(text).not.toContain("evil.example");
    expect(text).toContain(`${portal.address}/en/sign-in/confirm?token=`);
  });

  test("learns nothing about who has an account: the answers are the same", async ({ portal }) => {
    const answers = [];
    for (const email of ["participant@example.org", "nobody-knows@example.org"]) {
      const answer = await ask(portal.address, email);
      const headers = [...answer.headers.keys()].sort();
      answers.push([answer.status, headers, answer.headers.get("location"), await answer.text()]);
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  test("is told by 429 and Retry-After when it asked too often, and in words", async ({ portal }) => {
    const email = "asks-too-often@example.org";
    for (let time = 0; time < 5; time++) expect((await ask(portal.address, email)).status).toBe(303);
    const refused = await ask(portal.address, email);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    const page = await refused.text();
    expect(page).toContain("Too many tries");
    expect(page).toContain(email);
  });

  test("is the socket's, whatever a client claims", async ({ portal }) => {
    expect(await networkSeen(portal.address, "203.0.113.7")).not.toContain("203.0.113");
  });

  test("is what the one trusted proxy saw, not what stands further left", async () => {
    const behind = await startPortal({ environment: { TRUSTED_PROXIES: "1" } });
    try {
      expect(await networkSeen(behind.address, "198.51.100.9, 203.0.113.7")).toBe("203.0.113.0/24");
    } finally {
      await behind.stop();
    }
  });
});

/** Every line of every header: `fetch` joins those that come twice. */
async function rawHeaders(url: string): Promise<Record<string, string[]>> {
  return new Promise((resolve, reject) => {
    send(url, (answer) => {
      answer.resume();
      const headers: Record<string, string[]> = {};
      for (let index = 0; index < answer.rawHeaders.length; index += 2) {
        const name = answer.rawHeaders[index]?.toLowerCase() ?? "";
        headers[name] = [...(headers[name] ?? []), answer.rawHeaders[index + 1] ?? ""];
      }
      resolve(headers);
    })
      .on("error", reject)
      .end();
  });
}
