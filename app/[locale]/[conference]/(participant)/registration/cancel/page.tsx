import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Press } from "@/components/registrations/press";
import { ButtonLink } from "@/components/ui/button";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { requireGuest } from "@/lib/auth/actors";
import { cancelAction } from "@/lib/cancellations/actions";
import { loadConference } from "@/lib/conferences/queries";
import { holdsPlace } from "@/lib/registration-states/rules";
import { findOwnRegistration } from "@/lib/registrations/queries";

type Props = PageProps<"/[locale]/[conference]/registration/cancel">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myRegistration.cancel"))("title") };
}

export default async function CancelPage({ params }: Props) {
  const { id, reader, slug } = await loadConference(await params);
  const guest = await requireGuest(slug);
  const [t, own] = await Promise.all([
    getTranslations("myRegistration.cancel"),
    findOwnRegistration(db, id, guest.personId),
  ]);
  const mine = `/${reader}/${slug}/registration`;
  if (!own || own.state === "cancelled") redirect(mine);
  return (
    <PageShell title={t("title")} lead={holdsPlace(own.state) ? t("confirmed") : t("other")}>
      <div className="flex flex-wrap items-start gap-3">
        <Press look="danger" action={cancelAction.bind(null, slug, reader)} busy={t("busy")}>
          {t("confirm")}
        </Press>
        <ButtonLink look="secondary" href={mine}>
          {t("keep")}
        </ButtonLink>
      </div>
    </PageShell>
  );
}
