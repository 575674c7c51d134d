import { and, asc, eq, ne } from "drizzle-orm";
import type { Transaction } from "../../client";
import { feedback, persons, registrations, releasedSessions, seats } from "../../schema";
import { type Received, received } from "./feedback-texts";
import { type Random, seeded } from "./random";

const SHOWN = "participant@example.org";
const MINUTE = 60_000;
/** Most say it in the hour after; a few remember it days later, before the week is over. */
const LATEST = 3 * 24 * 60;

/**
 * Invented ratings of the days to come, each given at a moment after its session: nobody sees one before the
 * clock has reached that moment. Only of sessions that name nobody, because no real person's talk is to have
 * invented marks; and not by the participant of the demonstration, whose part is left to the reader.
 */
export async function addFeedback(tx: Transaction, conferenceId: string) {
  const sessions = await tx
    .select()
    .from(releasedSessions)
    .where(eq(releasedSessions.conferenceId, conferenceId));
  const random = seeded(20190523);
  for (const [slug, one] of Object.entries(received)) {
    const session = sessions.find((released) => released.slug === slug);
    if (!session) throw new Error(`the data file has changed: there is no session ${slug}`);
    const people = random.sample(await whoWasThere(tx, conferenceId, session), one.answers);
    if (people.length < one.answers)
      throw new Error(`too few people were in ${slug} for ${one.answers} answers`);
    await tx.insert(feedback).values(
      answersOf(one, people, random).map(({ minutes, ...answer }) => ({
        ...answer,
        conferenceId,
        sessionId: session.sessionId,
        givenAt: new Date(session.endsAt.getTime() + minutes * MINUTE),
      })),
    );
  }
}

type Person = { id: string; locale: string };

/** Everyone with a place, or, where seats are booked, who has one. */
async function whoWasThere(
  tx: Transaction,
  conferenceId: string,
  { sessionId, seats: limited }: { sessionId: string; seats: number | null },
): Promise<Person[]> {
  const there = await tx
    .select({ id: registrations.id, locale: registrations.locale, seat: seats.state })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(seats, and(eq(seats.registrationId, registrations.id), eq(seats.sessionId, sessionId)))
    .where(
      and(
        eq(registrations.conferenceId, conferenceId),
        eq(registrations.state, "confirmed"),
        ne(persons.email, SHOWN),
      ),
    )
    .orderBy(asc(registrations.arrival));
  return there.filter(({ seat }) => limited === null || seat === "booked");
}

/** The texts go to people who read the portal in their language; the others only rate. */
function answersOf({ ratings, texts }: Received, people: Person[], random: Random) {
  const waiting = [...texts];
  return people.map(({ id, locale }) => {
    const at = waiting.findIndex((text) => text.locale === locale);
    const [own] = at < 0 ? [] : waiting.splice(at, 1);
    return {
      registrationId: id,
      rating: own?.rating ?? Number(random.weighted(ratings)),
      text: own?.text ?? "",
      minutes: random.chance(0.7) ? random.between(2, 90) : random.between(90, LATEST),
    };
  });
}
