import { type Window, windowState } from "@/lib/conferences/rules";
import { decidePlace, type OpenInvitation, type Places, takePlace } from "@/lib/places/rules";
import type { CancelReason, RegistrationState } from "@/lib/registration-states/rules";
import { mayRegisterAgain } from "@/lib/registrations/rules";
import { fail, ok, type Result } from "@/lib/result";

export type Registered = {
  id: string;
  state: RegistrationState;
  /** It was there before: a second press, a second tab, the back button. */
  already: boolean;
};

/** A registration that the person had before. */
type Own = {
  id: string;
  personId: string;
  state: RegistrationState;
  cancelReason: CancelReason | null;
  confirmedAt: Date | null;
  ticketCode: string | null;
};

type Newcomer = { personId: string; typeId: string; invitation: string };

/** How it stands while the conference's row is locked. */
export type Standing = {
  places: Places;
  waiting: number;
  types: { id: string; needsApproval: boolean; archivedAt: Date | null }[];
  codes: (OpenInvitation & { id: string; code: string })[];
  window: Window;
  now: Date;
  own: Own[];
  newId: () => string;
};

export type Arrived = {
  id: string;
  state: "confirmed" | "pending" | "waitlisted";
  invitationId: string | null;
  /** The cancelled registration that begins anew. */
  again: Own | undefined;
  /** On the waiting list, from 1. */
  position: number;
};

/**
 * What becomes of those who arrived, one after the other: whoever comes first has what the next one does not.
 * Everyone in line who could have a place has been given it before.
 */
export function decideArrivals(
  standing: Standing,
  newcomers: Newcomer[],
): { result: Result<Registered>; arrived?: Arrived }[] {
  let { places, waiting } = standing;
  const codes = standing.codes.map((code) => ({ ...code }));
  const own = new Map(standing.own.map((one) => [one.personId, one]));
  const just = new Map<string, Registered>();
  return newcomers.map((newcomer) => {
    const known = just.get(newcomer.personId);
    if (known) return { result: ok({ ...known, already: true }) };
    const before = own.get(newcomer.personId);
    const decided = decide({ ...standing, places, codes }, newcomer, before);
    if (!decided.ok) return { result: decided };
    const { state, invitation } = decided.data;
    if (!state) return { result: ok({ id: decided.data.id, state: decided.data.had, already: true }) };
    if (state === "confirmed") places = takePlace(places, newcomer.typeId, invitation);
    if (state === "confirmed" && invitation) invitation.unused -= 1;
    if (state === "waitlisted") waiting += 1;
    const registered = { id: decided.data.id, state, already: false };
    just.set(newcomer.personId, registered);
    return {
      result: ok(registered),
      arrived: {
        id: registered.id,
        state,
        invitationId: invitation?.id ?? null,
        again: before,
        position: waiting,
      },
    };
  });
}

type Decided =
  | { id: string; state: Arrived["state"]; invitation: Standing["codes"][number] | undefined }
  | { id: string; state: null; had: RegistrationState; invitation: undefined };

function decide(standing: Standing, newcomer: Newcomer, before: Own | undefined): Result<Decided> {
  if (before && before.state !== "cancelled")
    return ok({ id: before.id, state: null, had: before.state, invitation: undefined });
  const open = windowState(standing.window, standing.now);
  if (open !== "open") return fail(open === "closed" ? "registration-closed" : "registration-upcoming");
  if (before && !mayRegisterAgain(before)) return fail("registration-ended");
  const type = standing.types.find(({ id }) => id === newcomer.typeId);
  if (!type || type.archivedAt) return fail("invalid", { fields: { typeId: ["type"] } });
  const invitation = standing.codes.find(({ code }) => code === newcomer.invitation);
  if (newcomer.invitation && !invitation) return fail("invalid", { fields: { invitation: ["invitation"] } });
  const { needsApproval } = type;
  const state = decidePlace(standing.places, { typeId: type.id, needsApproval, invitation });
  if (state === "no-place-for-code") {
    const wrongType = invitation?.typeId && invitation.typeId !== type.id;
    const reason = wrongType ? "invitation-type" : invitation?.unused ? "invitation-full" : "invitation-used";
    return fail("invalid", { fields: { invitation: [reason] } });
  }
  return ok({ id: before?.id ?? standing.newId(), state, invitation });
}
