import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Answer } from "@/lib/feedback/rules";

/** What the reader has said. It stays as it is. */
export function Given({ given, justNow }: { given: Answer; justNow: boolean }) {
  const t = useTranslations("feedback");
  const rating = t(`ratings.${given.rating}` as "ratings.5");
  return (
    <>
      <Notice tone={justNow ? "ok" : "info"} title={justNow ? t("thanks") : t("already")} live={justNow}>
        {t("stays")}
      </Notice>
      <dl className="grid gap-4">
        <div>
          <dt className="text-[13px] text-ink-3">{t("rating")}</dt>
          <dd className="font-semibold">{rating}</dd>
        </div>
        {given.text ? (
          <div>
            <dt className="text-[13px] text-ink-3">{t("text")}</dt>
            <dd className="break-words whitespace-pre-wrap">{given.text}</dd>
          </div>
        ) : null}
      </dl>
    </>
  );
}
