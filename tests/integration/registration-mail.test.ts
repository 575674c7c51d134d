import { registrationMailWriter } from "@/lib/mail/registrations";
import { aConference } from "@/tests/factories";
import { expect, test } from "./test";

test("a mail names the place where there is one, and leaves no gap where there is none", async ({ db }) => {
  const write = await registrationMailWriter();
  const person = { personId: crypto.randomUUID(), email: "ana@example.org", locale: "de", givenName: "Ana" };
  const textOf = async (place: { venueName: string; venueCity: string }) =>
    write("approved", await aConference(db, { name: "Flüsse", ...place }), person, {
      ticketCode: null,
      offeredUntil: null,
      position: null,
    }).content.text;
  expect(await textOf({ venueName: "Palast", venueCity: "Wien" })).toContain(
    "Flüsse\n14.–16. Mai 2019\nPalast, Wien\n\n",
  );
  expect(await textOf({ venueName: "", venueCity: "" })).toContain("Flüsse\n14.–16. Mai 2019\n\n");
});
