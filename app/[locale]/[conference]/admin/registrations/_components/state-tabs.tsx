import { useFormatter, useTranslations } from "next-intl";
import { type View, viewAddress } from "@/lib/registration-list/rules";
import type { RegistrationState } from "@/lib/registration-states/rules";
import { registrationStates } from "@/lib/registration-states/rules";

type Props = { base: string; view: View; counts: Record<RegistrationState, number> };

/** The states as links, each with how many of the other filters' finds are in it. */
export function StateTabs({ base, view, counts }: Props) {
  const t = useTranslations("desk");
  const format = useFormatter();
  const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const tabs = [null, ...registrationStates].map((state) => ({
    state,
    label: state ? t(`states.${state}`) : t("registrations.all"),
    count: state ? counts[state] : all,
  }));
  return (
    <nav aria-label={t("registrations.byState")} className="mb-4 flex flex-wrap gap-1.5">
      {tabs.map(({ state, label, count }) => (
        <a
          key={label}
          href={base + viewAddress({ ...view, filter: { ...view.filter, state }, page: 1 })}
          aria-current={view.filter.state === state ? "page" : undefined}
          className="inline-flex min-h-11 items-center gap-1.5 rounded-lg border border-line px-3 text-sm text-ink no-underline hover:border-ink aria-[current]:border-action aria-[current]:bg-action-wash aria-[current]:font-semibold wide:min-h-9"
        >
          {label} <span className="text-ink-2 tabular-nums">{format.number(count)}</span>
        </a>
      ))}
    </nav>
  );
}
