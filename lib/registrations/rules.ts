import type { Limit } from "@/lib/rate-limits/rules";
import type { CancelReason, RegistrationState } from "@/lib/registration-states/rules";

/** How often a wrong invitation code may be typed. */
export const wrongCodes = {
  person: { name: "invitation-person", max: 10, seconds: 3600 },
  network: { name: "invitation-network", max: 300, seconds: 3600 },
} satisfies Record<string, Limit>;

type Cancelled = { state: RegistrationState; cancelReason: CancelReason | null };

/** What the organiser ended, only the organiser begins again. */
export const mayRegisterAgain = ({ state, cancelReason }: Cancelled) =>
  state === "cancelled" && cancelReason !== "organiser" && cancelReason !== "declined";

/** One's own cancellation can be taken back, not what others or the clock ended. */
export const mayUndo = ({ state, cancelReason }: Cancelled) =>
  state === "cancelled" && cancelReason === "participant";

/** One's own data can be changed until the conference is over, and not once cancelled. */
export const mayChange = ({ state }: { state: RegistrationState }, now: Date, conferenceEnd: Date): boolean =>
  state !== "cancelled" && now <= conferenceEnd;

/** Someone who was checked in has come: there is nothing left to cancel. */
export const mayCancel = (
  { state, checkedInAt }: { state: RegistrationState; checkedInAt: Date | null },
  now: Date,
  conferenceEnd: Date,
): boolean => state !== "cancelled" && checkedInAt === null && now <= conferenceEnd;
