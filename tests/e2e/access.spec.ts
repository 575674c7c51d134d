import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actions } from "../access/actions";
import { may, type Role, type Rule, roles } from "../access/rules";
import { pages, routes } from "../access/table";
import { peopleByRole } from "./support/roles";
import { parameters, type Samples, samplesOf } from "./support/samples";
import { expect, test } from "./support/test";

test.describe.configure({ timeout: 240_000 });

type Answer = { status: number; to: string; body: string };

const read = async (response: Response): Promise<Answer> => ({
  status: response.status,
  body: await response.text(),
  to: response.headers.get("location") ?? response.headers.get("x-action-redirect") ?? "",
});

/** What is wrong with the answer that someone got; undefined when it is as the rule says. */
function wrong(role: Role, rule: Rule, { status, to, body }: Answer): string | undefined {
  const said = `${role} got ${status}${to ? ` → ${to}` : ""}`;
  const refused = status === 403 || status === 404 || status === 401;
  const sentToSignIn = to.includes("/sign-in");
  if (status >= 500) return said;
  if (may(role, rule)) return refused || (sentToSignIn && rule !== "bearer") ? said : undefined;
  // A visitor may sign in and come back; someone known is refused, or led to what they may do instead.
  // A long form says so in words, or what was typed would be lost on the way.
  if (role === "visitor")
    return sentToSignIn || refused || body.includes('"code":"signed-out"') ? undefined : said;
  return refused || (rule === "participant" && /\/regist(er|ration)$/.test(to.split(";")[0] ?? ""))
    ? undefined
    : said;
}

/** [id] is a mail under the outbox, a session of the draft under the programme and a registration elsewhere; what is left over after a page is nothing. */
function fill(address: string, samples: Samples): string {
  const values = {
    ...parameters(samples),
    id: address.includes("/photos/")
      ? samples.photo
      : address.includes("/outbox/")
        ? samples.mail
        : address.includes("/programme/")
          ? samples.draftSession
          : samples.registration,
  };
  return address
    .replace("/[[...page]]", "")
    .replace(/\[(\.\.\.)?(\w+)\]/g, (_, rest, name: keyof typeof values) => {
      if (rest) return "no/such/page";
      if (!values[name]) throw new Error(`tests/e2e/support/samples.ts gives no [${name}] for ${address}`);
      return values[name];
    });
}

/** Everything that is written down, but for what every request may touch. */
async function written(db: Database): Promise<Record<string, string>> {
  const tables = await db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('auth_sessions', 'limits')`);
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await db.execute<{ sum: string }>(
      sql`select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${sql.identifier(name)} t`,
    );
    sums[name] = row?.sum ?? "";
  }
  return sums;
}

test("every page answers each role as the table says", async ({ db, portal }) => {
  const { cookies } = await peopleByRole(db);
  const samples = await samplesOf(db);
  const found: string[] = [];
  for (const [address, rule] of Object.entries(pages)) {
    const url = portal.address + fill(address, samples);
    for (const role of roles) {
      const response = await fetch(url, { headers: { cookie: cookies[role] }, redirect: "manual" });
      const problem = wrong(role, rule, await read(response));
      if (problem) found.push(`${address} (${rule}): ${problem}`);
    }
  }
  expect(found).toEqual([]);
});

test("every route handler answers each role as the table says", async ({ db, portal }) => {
  const { cookies } = await peopleByRole(db);
  const samples = await samplesOf(db);
  const found: string[] = [];
  for (const [route, rule] of Object.entries(routes)) {
    const [method = "", address = ""] = route.split(" ");
    const url = portal.address + fill(address, samples);
    for (const role of roles) {
      const headers = { cookie: cookies[role], origin: portal.address };
      const response = await fetch(url, { method, headers, redirect: "manual" });
      const problem = wrong(role, rule, await read(response));
      if (problem) found.push(`${route} (${rule}): ${problem}`);
    }
  }
  expect(found).toEqual([]);
});

type Manifest = Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>;

/** The ids under which the build answers to actions, and a page that carries each. */
function builtActions() {
  const file = `${process.env.NEXT_DIST_DIR || ".next"}/server/server-reference-manifest.json`;
  const { node } = JSON.parse(readFileSync(file, "utf8")) as { node: Manifest };
  return new Map(
    Object.entries(node).map(([id, { workers, filename, exportedName }]) => {
      const page = Object.keys(workers)[0] ?? "";
      const address = `/${page
        .replace(/^app\//, "")
        .split("/")
        .filter((part) => !/^\(.*\)$/.test(part) && part !== "page")
        .join("/")}`;
      return [
        `${filename.replace(/^lib\//, "").replace(/\/actions\.ts$/, "")}/${exportedName}`,
        { id, address },
      ];
    }),
  );
}

test("no action does anything for those who may not, by raw POST, at this conference or with its ids", async ({
  db,
  portal,
}) => {
  const { cookies, elsewhere } = await peopleByRole(db);
  const samples = await samplesOf(db);
  const built = builtActions();
  const before = await written(db);
  const found: string[] = [];
  for (const [action, { rule, bound }] of Object.entries(actions)) {
    const known = built.get(action);
    if (!known) {
      found.push(`${action}: the build does not have it`);
      continue;
    }
    const url = portal.address + fill(known.address, samples);
    const press = async (role: Role, conference: string) => {
      // What encodeReply of React makes of (…bound, state, form): the form as a reference to fields "1_…".
      const body = new FormData();
      body.set("1_anything", "x");
      const args = bound.map((name) => (name === "conference" ? conference : samples[name]));
      body.set("0", JSON.stringify([...args, null, "$K1"]));
      const headers = { cookie: cookies[role], origin: portal.address, "next-action": known.id };
      const response = await fetch(url, { method: "POST", headers, body, redirect: "manual" });
      return read(response);
    };
    for (const role of roles.filter((candidate) => !may(candidate, rule))) {
      const problem = wrong(role, rule, await press(role, samples.conference));
      if (problem) found.push(`${action} (${rule}): ${problem}`);
    }
    // At home in another conference, with ids of this one: allowed to ask, and nothing happens.
    if (bound.length > 1 && rule === "organiser") {
      const { status } = await press("stranger", elsewhere);
      if (status >= 500) found.push(`${action}: a foreign id was answered with ${status}`);
    }
  }
  expect(found).toEqual([]);
  expect(await written(db), "what those calls wrote").toEqual(before);
});
