import { getTranslations } from "next-intl/server";

const tabs = {
  sessions: "",
  rooms: "/rooms",
  topics: "/topics",
  speakers: "/speakers",
  releases: "/releases",
  import: "/import",
} as const;

/** The parts of the programme's draft, and where it is published. */
export async function ProgrammeTabs({ programme, here }: { programme: string; here: keyof typeof tabs }) {
  const t = await getTranslations("desk.programme.tabs");
  return (
    <nav
      aria-label={t("label")}
      className="mb-6 flex gap-6 overflow-x-auto whitespace-nowrap border-b border-line text-[15px]"
    >
      {(Object.keys(tabs) as (keyof typeof tabs)[]).map((tab) => (
        <a
          key={tab}
          href={`${programme}${tabs[tab]}`}
          aria-current={tab === here ? "page" : undefined}
          className="-mb-px flex min-h-11 items-center border-b-2 border-transparent text-ink-2 no-underline hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {t(tab)}
        </a>
      ))}
    </nav>
  );
}
