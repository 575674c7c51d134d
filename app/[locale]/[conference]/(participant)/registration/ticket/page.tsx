import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TicketCard } from "@/components/tickets/ticket-card";
import { PageShell } from "@/components/ui/page-shell";
import { PrintButton } from "@/components/ui/print-button";
import { db } from "@/db/client";
import { requireGuest } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { localize } from "@/lib/i18n/text";
import { findMine } from "@/lib/registrations/queries";

type Props = PageProps<"/[locale]/[conference]/registration/ticket">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myRegistration.ticket"))("title") };
}

// On paper only the ticket.
const onPaper =
  "@media print{body *{visibility:hidden}[data-ticket],[data-ticket] *{visibility:visible}[data-ticket]{position:absolute;inset:0 auto auto 0;width:100%}}";

export default async function TicketPage({ params }: Props) {
  const conference = await loadConference(await params);
  const { reader, slug, locale } = conference;
  const guest = await requireGuest(slug);
  const [t, mine] = await Promise.all([
    getTranslations("myRegistration.ticket"),
    findMine(db, conference.id, guest.personId),
  ]);
  const back = `/${reader}/${slug}/registration`;
  if (mine?.state !== "confirmed" || !mine.ticketCode) redirect(back);
  return (
    <PageShell title={t("title")} lead={t("hint")}>
      <style>{onPaper}</style>
      <div data-ticket="">
        <TicketCard
          conference={conference}
          code={mine.ticketCode}
          name={`${mine.givenName} ${mine.familyName}`}
          organisation={mine.organisation}
          typeName={localize(mine.typeName, reader, locale)}
        />
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-4">
        <PrintButton>{t("print")}</PrintButton>
        <a className="link inline-block py-2.5" href={back}>
          {t("back")}
        </a>
      </div>
    </PageShell>
  );
}
