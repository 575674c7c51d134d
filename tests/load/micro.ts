import { registrationMailWriter } from "@/lib/mail/registrations";

process.env.BASE_URL = "http://localhost:3000";
process.env.AUTH_SECRET = "x".repeat(40);
process.env.DATABASE_URL = "postgres://x";
const conf: any = {
  id: "a",
  slug: "ecc2019",
  name: "ECC",
  mode: "rehearsal",
  timeZone: "Europe/Bucharest",
  startsOn: "2019-05-14",
  endsOn: "2019-05-16",
  offerHours: 48,
  venueName: "Palace",
  venueCity: "B",
  contactEmail: null,
};
const p: any = { personId: "a", email: "a@b.c", givenName: "A", locale: "en" };
for (let r = 0; r < 3; r++) {
  let t = performance.now();
  let w: any;
  for (let i = 0; i < 300; i++) w = await registrationMailWriter();
  console.log("writer", (performance.now() - t) / 300);
  t = performance.now();
  for (let i = 0; i < 300; i++) w("waiting", conf, p, { ticketCode: null, offeredUntil: null, position: 3 });
  console.log("write", (performance.now() - t) / 300);
}
