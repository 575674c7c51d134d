import { useTranslations } from "next-intl";
import type { SeatStanding } from "@/lib/seats/queries";

export function Counts({ standing: { session, left, waiting } }: { standing: SeatStanding }) {
  const t = useTranslations("seats");
  if (session.seats === null) return null;
  return (
    <p className="tabular-nums">
      <span className="font-semibold">{left > 0 ? t("left", { count: left }) : t("full")}</span>
      <span className="text-ink-2">
        {" · "}
        {t("all", { count: session.seats })}
        {waiting > 0 ? ` · ${t("waiting", { count: waiting })}` : ""}
      </span>
    </p>
  );
}
