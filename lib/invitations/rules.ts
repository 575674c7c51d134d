export type InvitationState = "open" | "used-up" | "expired" | "revoked";

type Invitation = { revokedAt: Date | null; expiresAt: Date | null; places: number; used: number };

/** The last instant of a code still counts. */
export function invitationState(
  { revokedAt, expiresAt, places, used }: Invitation,
  now: Date,
): InvitationState {
  if (revokedAt) return "revoked";
  if (expiresAt && expiresAt < now) return "expired";
  return used >= places ? "used-up" : "open";
}
