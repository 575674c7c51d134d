import { getTranslations } from "next-intl/server";
import { Form, FormCheckbox, FormHidden, WhenFailed } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatInstant } from "@/lib/dates";
import { changeSessionState } from "@/lib/session-states/actions";

type Row = { id: string; title: string; startsAt: Date; version: number };

/** What was taken out of the draft after it had been published, and the way back. */
export async function Removed({
  sessions,
  slug,
  reader,
  timeZone,
}: {
  sessions: Row[];
  slug: string;
  reader: string;
  timeZone: string;
}) {
  const t = await getTranslations("desk.programme.session");
  if (sessions.length === 0) return null;
  return (
    <details className="mt-10 border-y border-line py-1">
      <summary className="flex min-h-11 items-center font-semibold text-action">
        {t("removedCount", { count: sessions.length })}
      </summary>
      <ul className="text-[15px]">
        {sessions.map(({ id, title, startsAt, version }) => (
          <li
            key={id}
            className="grid items-center gap-x-4 border-t border-line py-2 sm:grid-cols-[210px_minmax(0,1fr)_auto]"
          >
            <span className="text-ink-2 tabular-nums">
              {formatInstant(startsAt, "moment", reader, timeZone)}
            </span>
            <span>{title}</span>
            <Form action={changeSessionState.bind(null, slug, id)} className="grid gap-2">
              <FormHidden name="version" value={String(version)} />
              <input type="hidden" name="state" value="restored" />
              <WhenFailed code="clashes">
                <FormCheckbox name="sure" label={t("sureState")} />
              </WhenFailed>
              <SubmitButton look="secondary" size="small" aria-label={t("restoreNamed", { title })}>
                {t("restore")}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </details>
  );
}
