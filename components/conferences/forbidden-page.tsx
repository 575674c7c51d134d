import { getTranslations } from "next-intl/server";
import { PageShell } from "@/components/ui/page-shell";
import { WaysOn } from "./ways-on";

/** Signed in, but not with a part in this. */
export async function ForbiddenPage() {
  const t = await getTranslations("missing");
  return (
    <main>
      <PageShell title={t("forbidden.title")} lead={t("forbidden.text")}>
        <WaysOn ways={[{ page: "", label: t("home") }]} />
      </PageShell>
    </main>
  );
}
