import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuditLog } from "@/components/desk/audit-log";
import { DeskPage } from "@/components/desk/desk-page";
import { db } from "@/db/client";
import type { AddressParams } from "@/lib/address";
import { listAuditActions, searchAudit } from "@/lib/audit/queries";
import { auditAddress, readAuditSearch } from "@/lib/audit/rules";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<AddressParams>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.audit"))("title") };
}

export default async function AuditPage({ params, searchParams }: Props) {
  const { reader, slug, timeZone } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const asked = await searchParams;
  const search = readAuditSearch(asked);
  const desk = `/${reader}/${slug}/admin`;
  const base = `${desk}/audit`;
  if (Object.values(asked).includes("")) redirect(base + auditAddress(search));
  const [t, found, actions] = await Promise.all([
    getTranslations("desk.audit"),
    searchAudit(db, organiser, search),
    listAuditActions(db, organiser),
  ]);
  return (
    <DeskPage title={t("title")} lead={t("lead")}>
      <AuditLog
        base={base}
        search={search}
        actions={actions}
        {...found}
        reader={reader}
        timeZone={timeZone}
        registrations={`${desk}/registrations`}
      />
    </DeskPage>
  );
}
