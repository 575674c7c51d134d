import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { db } from "@/db/client";
import { registrations, roles } from "@/db/schema";
import { type Conference, findSharedConference } from "@/lib/conferences/queries";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { clientNetwork } from "./network";
import { currentSession, type SignedIn } from "./session";

declare const proof: unique symbol;
type Branded<B extends string> = { readonly [proof]: B };

/** Someone who is signed in. Only `requirePerson` and its kin make one, so a mutation that takes it was asked for. */
export type Person = SignedIn & { network: string } & Branded<"person">;
type Of<B extends string> = SignedIn & { network: string; conference: Conference } & Branded<B>;
/** Signed in, at a conference; registered or not. */
export type Guest = Of<"guest">;
/** A person with a registration that is not cancelled. */
export type Participant = Of<"participant"> & { registrationId: string };
export type Staff = Of<"staff">;
export type Organiser = Of<"organiser">;
/** Runs the installation. */
export type Owner = SignedIn & { network: string } & Branded<"owner">;

/** A relative path of this portal, or "/": anything else (other hosts, schemes, backslashes) is not followed. */
export function safeReturnPath(path: string | null | undefined): string {
  if (!path || !/^\/(?![/\\])[^\\\s]*$/.test(path) || path.length > 500) return "/";
  const resolved = new URL(path, "http://portal.invalid");
  return resolved.host === "portal.invalid" ? resolved.pathname + resolved.search : "/";
}

async function toSignIn(): Promise<never> {
  const path = safeReturnPath((await headers()).get("x-openfloor-path"));
  const locale = path.split("/")[1];
  redirect(`/${isLocale(locale) ? locale : defaultLocale}/sign-in?to=${encodeURIComponent(path)}`);
}

async function signedIn() {
  const session = await currentSession();
  if (!session) return toSignIn();
  // Whoever has a second factor is not signed in before it was shown.
  if (session.awaitsSecondFactor) return toSecondFactor(session.locale);
  return { ...session, network: await clientNetwork() };
}

async function toSecondFactor(locale: string): Promise<never> {
  const path = safeReturnPath((await headers()).get("x-openfloor-path"));
  redirect(`/${locale}/sign-in/second-factor?to=${encodeURIComponent(path)}`);
}

async function conferenceOf(slug: string): Promise<Conference> {
  return (await findSharedConference(slug)) ?? notFound();
}

/** Signed in (with the second factor, where there is one), or on the way to sign-in and back. */
export async function requirePerson(): Promise<Person> {
  return (await signedIn()) as Person;
}

export async function requireGuest(slug: string): Promise<Guest> {
  const session = await signedIn();
  return { ...session, conference: await conferenceOf(slug) } as Guest;
}

/** For programs of a page, which cannot follow anyone to sign-in: undefined for nobody, or at no conference. */
export async function findGuest(slug: string): Promise<Guest | undefined> {
  const session = await currentSession();
  if (!session || session.awaitsSecondFactor) return;
  const conference = await findSharedConference(slug);
  return conference && ({ ...session, network: await clientNetwork(), conference } as Guest);
}

/** A registered person; others are led to the registration form. */
export async function requireParticipant(slug: string): Promise<Participant> {
  const session = await signedIn();
  const conference = await conferenceOf(slug);
  const [registration] = await db
    .select({ id: registrations.id, state: registrations.state })
    .from(registrations)
    .where(and(eq(registrations.conferenceId, conference.id), eq(registrations.personId, session.personId)));
  if (!registration || registration.state === "cancelled") redirect(`/${session.locale}/${slug}/register`);
  return { ...session, conference, registrationId: registration.id } as Participant;
}

async function requireRole(slug: string, allowed: ("organiser" | "staff" | "host")[]) {
  const session = await signedIn();
  const conference = await conferenceOf(slug);
  if (!session.isOwner) {
    const held = await db
      .select({ role: roles.role })
      .from(roles)
      .where(
        and(
          eq(roles.conferenceId, conference.id),
          eq(roles.personId, session.personId),
          inArray(roles.role, allowed),
        ),
      );
    if (held.length === 0) forbidden();
  }
  return { ...session, conference };
}

/**
 * Checks people in. Organisers and owners may too.
 * @public the role can be given today; the pages at the door come with the check-in.
 */
export async function requireStaff(slug: string): Promise<Staff> {
  return (await requireRole(slug, ["staff", "organiser"])) as Staff;
}

/** Runs the conference. Owners may too. */
export async function requireOrganiser(slug: string): Promise<Organiser> {
  return (await requireRole(slug, ["organiser"])) as Organiser;
}

export async function requireOwner(): Promise<Owner> {
  const session = await signedIn();
  if (!session.isOwner) forbidden();
  return session as Owner;
}
