import { useTranslations } from "next-intl";
import { StateWord, type Tone } from "@/components/ui/state-word";
import type { CancelReason, RegistrationState } from "@/lib/registration-states/rules";

const tones = {
  pending: "warn",
  confirmed: "ok",
  waitlisted: "warn",
  offered: "warn",
  cancelled: "quiet",
} as const satisfies Record<RegistrationState, Tone>;

type Props = { state: RegistrationState; cancelReason: CancelReason | null; checkedIn?: boolean };

/** Where a registration stands, in the organiser's words. */
export function RegistrationStateWord({ state, cancelReason, checkedIn = false }: Props) {
  const t = useTranslations("desk.states");
  const word = state === "cancelled" && cancelReason ? t(`cancelled-${cancelReason}`) : t(state);
  return <StateWord tone={tones[state]}>{checkedIn ? t("checked-in") : word}</StateWord>;
}
