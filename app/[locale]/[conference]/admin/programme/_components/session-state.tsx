import { getTranslations } from "next-intl/server";
import { Form, FormCheckbox, FormHidden, WhenFailed } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import type { Organiser } from "@/lib/auth/actors";
import { changeSessionState } from "@/lib/session-states/actions";
import { countFollowers } from "@/lib/sessions/queries";
import type { DraftSession } from "@/lib/sessions/rules";

/** Cancelling and removing, with what that does to those who starred or booked it. */
export async function SessionState({
  organiser,
  session,
  slug,
}: {
  organiser: Organiser;
  session: DraftSession;
  slug: string;
}) {
  const t = await getTranslations("desk.programme.session");
  const followers = await countFollowers(db, organiser, session.id);
  const action = changeSessionState.bind(null, slug, session.id);
  const part = (
    state: "cancelled" | "reinstated" | "removed",
    title: string,
    text: string,
    button: string,
  ) => (
    <details className="border-b border-line py-1">
      <summary className="flex min-h-11 items-center font-semibold text-action">{title}</summary>
      <Form action={action} className="grid max-w-[640px] gap-3 pb-4">
        <FormHidden name="version" value={String(session.version)} />
        <input type="hidden" name="state" value={state} />
        <p className="text-[15px] text-ink-2">{text}</p>
        <WhenFailed code="clashes">
          <FormCheckbox name="sure" label={t("sureState")} />
        </WhenFailed>
        <div>
          <SubmitButton look={state === "reinstated" ? "secondary" : "danger"}>{button}</SubmitButton>
        </div>
      </Form>
    </details>
  );
  return (
    <section className="mt-10 border-t border-line pt-6" aria-labelledby="state">
      <h2 id="state" className="mb-2 text-[17px]">
        {t("state")}
      </h2>
      <p className="mb-2 text-[15px] text-ink-2">{t("followers", followers)}</p>
      {session.cancelled
        ? part("reinstated", t("reinstate"), t("reinstateText"), t("reinstate"))
        : part("cancelled", t("cancel"), t("cancelText", followers), t("cancel"))}
      {part("removed", t("remove"), t("removeText", followers), t("remove"))}
    </section>
  );
}
