import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { registrations } from "@/db/schema";
import { aConference, aPerson } from "@/tests/factories";
import { expect } from "./test";

/** Someone who has filled in the form of a registration and not sent it. */
export async function fillIn(page: Page, db: Database, signIn: (email: string) => Promise<void>) {
  const conference = await aConference(db);
  const person = await aPerson(db);
  await signIn(person.email);
  await page.goto(`/en/${conference.slug}/register`);
  await page.getByLabel("Given name").fill("Ana-Maria");
  await page.getByLabel("Family name").fill("Ștefănescu");
  await page.getByLabel("Organisation").fill('Cluster "Nord" & <b>Süd</b>');
  await page.getByLabel("Country").selectOption("RO");
  const written = () => db.select().from(registrations).where(eq(registrations.personId, person.id));
  return { conference, written };
}

/** The form says why nothing was saved, and lost nothing. */
export async function stillFilled(page: Page) {
  await expect(page.getByText("The portal cannot reach its database right now.")).toBeVisible();
  await expect(page.getByLabel("Given name")).toHaveValue("Ana-Maria");
  await expect(page.getByLabel("Family name")).toHaveValue("Ștefănescu");
  await expect(page.getByLabel("Organisation")).toHaveValue('Cluster "Nord" & <b>Süd</b>');
  await expect(page.getByLabel("Country")).toHaveValue("RO");
  await expect(page.getByRole("radio").first()).toBeChecked();
}
