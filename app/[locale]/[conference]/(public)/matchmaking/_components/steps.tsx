import { useTranslations } from "next-intl";

/** How matchmaking works, for as long as the organiser has not told it in other words. */
export function Steps() {
  const t = useTranslations("matchmaking");
  return (
    <>
      <h2 className="border-b-2 border-ink pb-2 text-[22px]">{t("how")}</h2>
      <ol>
        {(["profile", "request", "meet"] as const).map((step, index) => (
          <li key={step} className="grid grid-cols-[2.5rem_1fr] border-b border-line py-5">
            <span aria-hidden="true" className="text-xl font-[660] text-ink-3 tabular-nums">
              {index + 1}
            </span>
            <div>
              <h3 className="text-lg">{t(`steps.${step}.title`)}</h3>
              <p className="mt-1.5 max-w-[58ch] text-[15px] text-ink-2">{t(`steps.${step}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
