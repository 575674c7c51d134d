import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actions, type Bound } from "../access/actions";
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

type Tables = Record<string, { owned: boolean; rows: Set<string> }>;

/** Everything that is written down, but for what every request may touch and what belongs to the conference `but`. */
async function written(db: Database, but = ""): Promise<Tables> {
  const tables = await db.execute<{ name: string; owned: boolean }>(sql`
    select t.table_name as name, t.table_name = 'conferences' or exists (select from information_schema.columns c
      where c.table_schema = 'public' and c.table_name = t.table_name and c.column_name = 'conference_id') as owned
    from information_schema.tables t
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('auth_sessions', 'limits')`);
  const found: Tables = {};
  for (const { name, owned } of tables) {
    const of =
      name === "conferences" ? sql`slug` : sql`(select slug from conferences where id = conference_id)`;
    const rows = await db.execute<{ row: string }>(sql`
      select md5(t::text) as row from ${sql.identifier(name)} t
      ${owned ? sql`where ${of} is distinct from ${but}` : sql``}`);
    found[name] = { owned, rows: new Set(rows.map(({ row }) => row)) };
  }
  return found;
}

const lost = (before: Set<string>, after: Set<string> | undefined) =>
  [...before].filter((row) => !after?.has(row)).length;

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

// What names no row: it may mean something in every conference.
const everywhere = ["locale", "conference", "slug", "page", "language", "format", "file", "key", "rest"];

test("no address of another conference opens with an id of this one", async ({ db, portal }) => {
  const { cookies, elsewhere } = await peopleByRole(db);
  const samples = { ...(await samplesOf(db)), conference: elsewhere };
  const gets = Object.keys(routes).flatMap((route) => (route.startsWith("GET ") ? [route.slice(4)] : []));
  const found: string[] = [];
  let tried = 0;
  for (const address of [...Object.keys(pages), ...gets]) {
    const named = [...address.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name]) => name ?? "");
    if (!named.includes("conference") || named.every((name) => everywhere.includes(name))) continue;
    tried += 1;
    const url = portal.address + fill(address, samples);
    const { status } = await fetch(url, { headers: { cookie: cookies.stranger }, redirect: "manual" });
    if (status < 300 || status >= 500) found.push(`${address}: ${status}`);
  }
  expect(found).toEqual([]);
  expect(tried).toBeGreaterThan(25);
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

type Sent = { bound: Bound[]; values: Samples; fields: [string, string][]; cookie: string };

/** Presses a button that no page showed. */
async function send(url: string, action: string, { bound, values, fields, cookie }: Sent): Promise<Answer> {
  // What encodeReply of React makes of (…bound, state, form): the form as a reference to fields "1_…".
  const body = new FormData();
  for (const [name, value] of fields) body.append(`1_${name}`, value);
  body.set("0", JSON.stringify([...bound.map((name) => values[name]), null, "$K1"]));
  const headers = { cookie, origin: new URL(url).origin, "next-action": action };
  return read(await fetch(url, { method: "POST", headers, body, redirect: "manual" }));
}

/** The fields of every form in a page, filled as they stand there, with each box ticked. */
function fieldsIn(html: string): [string, string][] {
  const fields = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("form [name]")];
  return fields.flatMap((field): [string, string][] => {
    const name = field.getAttribute("name") ?? "";
    if (name.startsWith("$ACTION") || field.getAttribute("type") === "file") return [];
    return [[name, (field as HTMLInputElement).value]];
  });
}

test("no action does anything for those who may not, by raw POST", async ({ db, portal }) => {
  const { cookies } = await peopleByRole(db);
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
    const press = (role: Role) =>
      send(url, known.id, { bound, values: samples, fields: [["anything", "x"]], cookie: cookies[role] });
    for (const role of roles.filter((candidate) => !may(candidate, rule))) {
      const problem = wrong(role, rule, await press(role));
      if (problem) found.push(`${action} (${rule}): ${problem}`);
    }
  }
  expect(found).toEqual([]);
  expect(await written(db), "what those calls wrote").toEqual(before);
});

test("an organiser of another conference changes nothing here, by filled forms with ids of this one", async ({
  db,
  page,
  portal,
}) => {
  const { cookies, elsewhere } = await peopleByRole(db);
  const samples = await samplesOf(db);
  const built = builtActions();
  const before = await written(db, elsewhere);
  const found: string[] = [];
  const filled = new Map<string, [string, string][]>();
  let withFields = 0;
  for (const [action, { rule, bound }] of Object.entries(actions)) {
    const known = built.get(action);
    if (!known || rule !== "organiser") continue;
    const url = portal.address + fill(known.address, samples);
    if (!filled.has(url)) {
      const html = await (await fetch(url, { headers: { cookie: cookies.organiser } })).text();
      filled.set(url, await page.evaluate(fieldsIn, html));
    }
    const fields = filled.get(url) ?? [];
    if (fields.length > 0) withFields += 1;
    const values = { ...samples, conference: elsewhere };
    const { status } = await send(url, known.id, { bound, values, fields, cookie: cookies.stranger });
    if (status >= 500) found.push(`${action} was answered with ${status}`);
  }
  const after = await written(db, elsewhere);
  for (const [table, { owned, rows }] of Object.entries(before)) {
    const now = after[table]?.rows;
    if (lost(rows, now) > 0) found.push(`${table}: ${lost(rows, now)} rows were changed or are gone`);
    // What hangs on a conference only by another row may have been added at the other one.
    if (owned && now && lost(now, rows) > 0) found.push(`${table}: ${lost(now, rows)} rows were added`);
  }
  expect(found).toEqual([]);
  expect(withFields).toBeGreaterThan(30);
});
