import { getTranslations } from "next-intl/server";
import { Form, FormTextArea } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { giveFeedbackAction } from "@/lib/feedback/actions";
import { LEAST_ANSWERS, RATINGS } from "@/lib/feedback/rules";
import type { Locale } from "@/lib/i18n/locales";
import { RatingField } from "./rating-field";

/** A rating, and a text if one likes. */
export async function FeedbackForm({
  conference,
  locale,
  session,
  until,
}: {
  conference: string;
  locale: Locale;
  session: string;
  until: string;
}) {
  const t = await getTranslations("feedback");
  return (
    <Form action={giveFeedbackAction.bind(null, conference, locale, session)}>
      <RatingField
        legend={t("rating")}
        options={RATINGS.map((rating) => ({ value: String(rating), label: t(`ratings.${rating}`) }))}
      />
      <FormTextArea
        name="text"
        label={t("text")}
        hint={t("textHint", { least: LEAST_ANSWERS })}
        optional={t("optional")}
        rows={5}
        maxLength={2000}
      />
      <div>
        <SubmitButton busy={t("sending")}>{t("send")}</SubmitButton>
      </div>
      <p className="text-sm text-ink-2">{t("once", { moment: until })}</p>
    </Form>
  );
}
