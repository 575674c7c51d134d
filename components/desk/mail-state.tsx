import { useTranslations } from "next-intl";
import { StateWord, type Tone } from "@/components/ui/state-word";
import type { MailState } from "@/lib/outbox/rules";

const tones = {
  queued: "quiet",
  sending: "quiet",
  sent: "ok",
  failed: "bad",
  kept: "quiet",
  expired: "warn",
} as const satisfies Record<MailState, Tone>;

/** What became of a mail, in words. */
export function MailStateWord({ state }: { state: MailState }) {
  const t = useTranslations("desk.outbox.states");
  return <StateWord tone={tones[state]}>{t(state)}</StateWord>;
}
