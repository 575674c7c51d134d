import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuditLog } from "@/components/desk/audit-log";
import { DeskPage } from "@/components/desk/desk-page";
import { db } from "@/db/client";
import type { AddressParams } from "@/lib/address";
import { listAuditActions, searchAudit } from "@/lib/audit/queries";
import { auditAddress, readAuditSearch } from "@/lib/audit/rules";
import { requireOwner } from "@/lib/auth/actors";
import { isLocale } from "@/lib/i18n/locales";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<AddressParams> };

export async function generateMetadata() {
  return { title: (await getTranslations("owner.audit"))("title") };
}

export default async function OwnerAuditPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const owner = await requireOwner();
  const asked = await searchParams;
  const search = readAuditSearch(asked);
  const base = `/${locale}/owner/audit`;
  if (Object.values(asked).includes("")) redirect(base + auditAddress(search));
  const [t, found, actions] = await Promise.all([
    getTranslations("owner"),
    searchAudit(db, owner, search),
    listAuditActions(db, owner),
  ]);
  return (
    <DeskPage
      title={t("audit.title")}
      lead={t("audit.lead")}
      back={{ href: `/${locale}/owner`, label: t("title") }}
    >
      <AuditLog base={base} search={search} actions={actions} {...found} reader={locale} timeZone="UTC" />
    </DeskPage>
  );
}
