import { facts } from "./facts";
import { type Invented, peopleFactory } from "./people";
import { type Random, seeded } from "./random";
import { inBucharest } from "./time";

export type Planned = Invented & {
  state: "pending" | "confirmed" | "waitlisted" | "offered" | "cancelled";
  registeredAt: Date;
  confirmedAt?: Date;
  offeredUntil?: Date;
  cancelledAt?: Date;
  cancelReason?: "participant" | "organiser" | "declined";
  invitation?: string;
};

const PRACTITIONERS = 36;
const STAKEHOLDERS = 22;
const CONFIRMED_AND_OFFERED = 312;
const HOUR = 3_600_000;

const opening = inBucharest(facts.conference.windows.registration?.opens ?? "2019-02-15T09:00").getTime();
const clock = inBucharest("2019-03-20T09:40").getTime();

/**
 * A list as it might stand after five weeks: 312 places taken (311 confirmed and 1 offered), 14 waiting
 * for approval, 23 cancelled, and 7 in line for the one type that is full.
 */
export function planRegistrations(): Planned[] {
  const random = seeded(20190514);
  const invent = peopleFactory(random);
  const limited = ["Practitioner", "Other stakeholder"];
  const inventUnlimited = (): Invented => {
    const person = invent();
    return limited.includes(person.type) ? inventUnlimited() : person;
  };
  const planned: Planned[] = [ioana];

  const confirm = (person: Invented, delay = 0): Planned => {
    const registeredAt = moment(random);
    return {
      ...person,
      state: "confirmed",
      registeredAt,
      confirmedAt: new Date(Math.min(registeredAt.getTime() + delay, clock)),
    };
  };
  for (let i = 1; i < PRACTITIONERS; i++) planned.push(confirm(invent("Practitioner")));
  for (let i = 0; i < STAKEHOLDERS; i++)
    planned.push(confirm(invent("Other stakeholder"), random.between(3, 60) * HOUR));
  while (planned.length < CONFIRMED_AND_OFFERED - 1) planned.push(confirm(inventUnlimited()));
  inviteSome(planned);

  // The first in line has been offered the place that came free yesterday afternoon.
  planned.push({
    ...invent("Practitioner"),
    state: "offered",
    registeredAt: inBucharest("2019-03-12T11:08"),
    offeredUntil: inBucharest("2019-03-21T16:20"),
  });
  for (let i = 0; i < 7; i++)
    planned.push({
      ...invent("Practitioner"),
      state: "waitlisted",
      registeredAt: new Date(
        inBucharest("2019-03-13T08:30").getTime() + random.between(i * 22, i * 22 + 20) * HOUR,
      ),
    });
  for (let i = 0; i < 14; i++)
    planned.push({
      ...invent("Other stakeholder"),
      state: "pending",
      registeredAt: new Date(clock - random.between(2, 150) * HOUR),
    });
  for (let i = 0; i < 23; i++) planned.push(cancelled(random, inventUnlimited, invent, i));
  return planned.sort((a, b) => a.registeredAt.getTime() - b.registeredAt.getTime());
}

/** Whom the account participant@example.org shows. */
const ioana: Planned = {
  email: "participant@example.org",
  givenName: "Ioana",
  familyName: "Marin",
  locale: "en",
  country: "RO",
  organisation: "Green Energy",
  jobTitle: "Cluster manager",
  type: "Cluster organisation",
  state: "confirmed",
  registeredAt: inBucharest("2019-02-18T10:24"),
  confirmedAt: inBucharest("2019-02-18T10:24"),
};

/** Many in the first days, fewer later, more again of late; in office hours, seldom at weekends. */
function moment(random: Random): Date {
  const span = clock - opening;
  for (;;) {
    const share = random.chance(0.45) ? random.unit() ** 1.5 : 1 - random.unit() ** 1.6;
    const at = new Date(opening + share * span);
    const hour = (at.getUTCHours() + 2) % 24;
    const weekend = [0, 6].includes(at.getUTCDay());
    const usual = hour >= 8 && hour <= 18 ? 1 : hour >= 19 && hour <= 22 ? 0.25 : 0.01;
    if (random.chance(usual * (weekend ? 0.12 : 1))) return at;
  }
}

function cancelled(
  random: Random,
  inventUnlimited: () => Invented,
  invent: (type: string) => Invented,
  index: number,
): Planned {
  const declined = index < 5;
  const person = declined ? invent("Other stakeholder") : inventUnlimited();
  const registeredAt = new Date(Math.min(moment(random).getTime(), clock - 80 * HOUR));
  const cancelledAt = new Date(
    Math.min(registeredAt.getTime() + random.between(6, 300) * HOUR, clock - HOUR),
  );
  return {
    ...person,
    state: "cancelled",
    registeredAt,
    cancelledAt,
    confirmedAt: declined ? undefined : registeredAt,
    cancelReason: declined ? "declined" : index < 8 ? "organiser" : "participant",
  };
}

/** Gives the places of the codes to people who registered while they were valid. */
function inviteSome(planned: Planned[]) {
  const people = planned.filter((one) => one !== ioana && one.type !== "Other stakeholder");
  for (const one of people.filter(({ type }) => type !== "Practitioner").slice(0, 11))
    one.invitation = "SPEAKERS-2019";
  const hosts = people.filter(
    (one) =>
      !one.invitation &&
      one.type === "Cluster organisation" &&
      one.country === "RO" &&
      one.registeredAt < inBucharest("2019-03-10T23:59"),
  );
  for (const one of hosts.slice(0, 13)) one.invitation = "ROMANIA-HOSTS";
}
