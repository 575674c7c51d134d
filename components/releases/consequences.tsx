import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/ui/panel";
import type { Preview } from "@/lib/release-previews/mutations";
import type { SeatEffect } from "@/lib/seats/rules";

const effects = ["ended", "lost", "waiting", "moved-up"] as const;
const SHOWN = 12;

/** Before publishing: who is told, and what becomes of seats, by name. */
export async function Consequences({ preview, rehearsal }: { preview: Preview; rehearsal: boolean }) {
  const t = await getTranslations("releases.consequences");
  const line = ({ registrationId, sessionId }: SeatEffect) =>
    t("line", {
      name: preview.names.get(registrationId) ?? "–",
      session: preview.titles.get(sessionId) ?? "–",
    });
  return (
    <Panel title={t("title")}>
      <div className="grid gap-4 text-[15px]">
        <p>
          {t("mails", { count: preview.mails })}
          {rehearsal && preview.mails > 0 ? ` ${t("kept")}` : ""}
        </p>
        {preview.effects.length === 0 ? <p className="text-ink-2">{t("noSeats")}</p> : null}
        {effects.map((effect) => {
          const some = preview.effects.filter((one) => one.effect === effect);
          if (some.length === 0) return null;
          return (
            <div key={effect}>
              <h3 className="text-[15px]">{t(`effect.${effect}`, { count: some.length })}</h3>
              <Names lines={some.slice(0, SHOWN).map(line)} />
              {some.length > SHOWN ? (
                <details>
                  <summary className="link min-h-11 cursor-pointer py-2.5">
                    {t("more", { count: some.length - SHOWN })}
                  </summary>
                  <Names lines={some.slice(SHOWN).map(line)} />
                </details>
              ) : null}
            </div>
          );
        })}
      </div>
    </Panel>
  );
}

function Names({ lines }: { lines: string[] }) {
  return (
    <ul className="mt-1 grid list-disc gap-0.5 pl-5 text-ink-2">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
