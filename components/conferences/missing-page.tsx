import { getTranslations } from "next-intl/server";
import { PageShell } from "@/components/ui/page-shell";
import { WaysOn } from "./ways-on";

/** Within the frame of a conference: nothing is here, and where to look. */
export async function MissingPage() {
  const t = await getTranslations("missing");
  return (
    <PageShell title={t("title")} lead={t("text")}>
      <WaysOn
        ways={[
          { page: "/programme", label: t("programme") },
          { page: "/news", label: t("news") },
          { page: "", label: t("home") },
        ]}
      />
    </PageShell>
  );
}
