import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { applies, movesOf } from "@/lib/bulk-actions/rules";
import { resend } from "@/lib/dossiers/actions";
import type { Dossier } from "@/lib/dossiers/queries";

type Props = { dossier: Dossier; slug: string; list: string };

/** What can be done with this registration now. Each leads to a page that says what would follow. */
export function Moves({ dossier: { registration }, slug, list }: Props) {
  const t = useTranslations("desk");
  const possible = movesOf([registration.state]).filter((move) => applies(move, registration));
  return (
    <div className="grid gap-3">
      {possible.map((move) => (
        <ButtonLink
          key={move}
          look={move === "cancel" || move === "decline" ? "danger" : "primary"}
          size="small"
          href={`${list}/move?${new URLSearchParams({ move, scope: "chosen", id: registration.id })}`}
        >
          {t(`moves.${move}`)}
        </ButtonLink>
      ))}
      <ButtonLink look="secondary" size="small" href={`${list}/${registration.id}/edit`}>
        {t("dossier.edit")}
      </ButtonLink>
      {registration.state === "confirmed" ? (
        <Form action={resend.bind(null, slug, registration.id)} className="grid gap-2">
          <SubmitButton look="secondary" size="small" className="w-full">
            {t("dossier.resend")}
          </SubmitButton>
        </Form>
      ) : null}
    </div>
  );
}
