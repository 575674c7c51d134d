import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { NewConference, NextEdition } from "@/lib/conferences/input";
import { locales } from "@/lib/i18n/locales";

const made = (slug: string) => {
  const first = { name: "A", shortName: "A", slug, startsOn: "2030-05-01", endsOn: "2030-05-02" };
  const inputs = [
    NewConference.safeParse({ ...first, timeZone: "Europe/Paris", locale: "en", capacity: "10" }),
    NextEdition.safeParse({ ...first, from: "ecc2019" }),
  ];
  return inputs.map(({ error }) => error?.issues.map(({ path, message }) => `${path}: ${message}`) ?? []);
};

const folders = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z]/.test(entry.name))
    .map(({ name }) => name);

test("a conference never takes an address of the portal itself, whichever folders it has", () => {
  const taken = [...folders("app"), ...folders("app/[locale]"), ...locales, "social", "admin"];
  expect(taken).toEqual(expect.arrayContaining(["account", "api", "empty", "mailbox", "owner", "sign-in"]));
  for (const slug of [...taken, "Sign-In", " mailbox "])
    expect(made(slug), slug).toEqual([["slug: slug-reserved"], ["slug: slug-reserved"]]);
});

test("an address that only contains such a word is free", () => {
  for (const slug of ["ecc2019", "owner-days", "api-2030", "social-economy", "a"])
    expect(made(slug), slug).toEqual([[], []]);
});

test("and one that no address can be is refused by its shape", () => {
  for (const slug of ["a/b", "..", "-a", "a--b", "é", "a b", "a.b"])
    expect(made(slug).flat(), slug).toEqual(["slug: slug", "slug: slug"]);
});
