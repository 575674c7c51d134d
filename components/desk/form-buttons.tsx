import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";

type Props = {
  save: string;
  /** Where leaving the form leads; without it there is nothing to leave. */
  back: string | undefined;
  className?: string;
};

/** The end of a form of the desk: save, or leave it. */
export async function FormButtons({ save, back, className = "pt-2" }: Props) {
  const t = await getTranslations("desk.form");
  return (
    <div className={`flex flex-wrap gap-3 ${className}`}>
      <SubmitButton busy={t("saving")}>{save}</SubmitButton>
      {back ? (
        <ButtonLink look="secondary" href={back}>
          {t("cancel")}
        </ButtonLink>
      ) : null}
    </div>
  );
}
