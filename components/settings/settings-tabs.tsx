import { getTranslations } from "next-intl/server";

const tabs = { conference: "", places: "/places", windows: "/windows" } as const;

/** The parts of the settings, each saved by itself. */
export async function SettingsTabs({ desk, here }: { desk: string; here: keyof typeof tabs }) {
  const t = await getTranslations("settings.tabs");
  return (
    <nav aria-label={t("label")} className="mb-6 flex gap-6 overflow-x-auto border-b border-line text-[15px]">
      {(Object.keys(tabs) as (keyof typeof tabs)[]).map((tab) => (
        <a
          key={tab}
          href={`${desk}/settings${tabs[tab]}`}
          aria-current={tab === here ? "page" : undefined}
          className="-mb-px flex min-h-11 items-center border-b-2 border-transparent text-ink-2 no-underline hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {t(tab)}
        </a>
      ))}
    </nav>
  );
}
