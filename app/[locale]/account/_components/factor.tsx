import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/ui/panel";
import { QrCode } from "@/components/ui/qr-code";
import { db } from "@/db/client";
import type { Person } from "@/lib/auth/actors";
import { formatInstant } from "@/lib/dates";
import { beginFactor, confirmFactor, removeFactor } from "@/lib/second-factors/actions";
import { findSecondFactor } from "@/lib/second-factors/queries";
import { FactorForm } from "./factor-form";

/** The second step at sign-in: set up, switched on with recovery codes, switched off. */
export async function Factor({ person, locale }: { person: Person; locale: string }) {
  const [t, factor] = await Promise.all([getTranslations("account.factor"), findSecondFactor(db, person)]);
  const shown =
    factor.state === "begun"
      ? {
          qr: <QrCode text={factor.uri} label={t("qr")} className="size-56 rounded-lg border border-line" />,
          secret: factor.secret,
        }
      : undefined;
  return (
    <Panel title={t("title")}>
      <p className="mb-4 text-sm text-ink-2">{t("lead")}</p>
      <FactorForm
        state={factor.state}
        shown={shown}
        about={
          factor.state === "on"
            ? `${t("on", { moment: formatInstant(factor.since, "date", locale, "UTC") })} ${t("left", { count: factor.recoveryCodes })}`
            : ""
        }
        actions={{ begin: beginFactor, confirm: confirmFactor, remove: removeFactor }}
        labels={{
          begin: t("begin"),
          scan: t("scan"),
          key: t("key"),
          code: t("code"),
          codeHint: t("codeHint"),
          confirm: t("confirm"),
          busy: t("busy"),
          codes: t("codes"),
          codesHint: t("codesHint"),
          done: t("done"),
          remove: t("remove"),
          removeCode: t("removeCode"),
        }}
        back={`/${locale}/account`}
      />
    </Panel>
  );
}
