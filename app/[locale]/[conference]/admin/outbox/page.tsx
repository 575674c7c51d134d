import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { MailStateWord } from "@/components/desk/mail-state";
import { Pages } from "@/components/desk/pages";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import type { AddressParams } from "@/lib/address";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { formatInstant } from "@/lib/dates";
import { retry } from "@/lib/outbox/actions";
import { countMails, listMails } from "@/lib/outbox/queries";
import { mailStates, outboxAddress, PAGE, readOutboxView } from "@/lib/outbox/rules";
import { pagesOf } from "@/lib/paging";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<AddressParams>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.outbox"))("title") };
}

export default async function OutboxPage({ params, searchParams }: Props) {
  const { reader, slug, timeZone, mode } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const asked = await searchParams;
  const view = readOutboxView(asked);
  const base = `/${reader}/${slug}/admin/outbox`;
  if (Object.values(asked).includes("")) redirect(base + outboxAddress(view));
  const [t, format, mails, counts] = await Promise.all([
    getTranslations("desk.outbox"),
    getFormatter(),
    listMails(db, organiser, view),
    countMails(db, organiser, view),
  ]);
  const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const total = view.state ? counts[view.state] : all;
  const pages = pagesOf(total, PAGE);
  if (view.page > pages) redirect(base + outboxAddress({ ...view, page: pages }));
  const retried = Number([asked.retried].flat()[0]) || 0;
  return (
    <DeskPage title={t("title")} lead={mode === "rehearsal" ? t("rehearsal") : t("lead")}>
      {retried > 0 ? (
        <div className="mb-4">
          <Notice tone="ok" title={t("retried", { count: retried })} live />
        </div>
      ) : null}
      <search>
        <form action={base} method="get" className="mb-4 flex flex-wrap items-end gap-3">
          {view.state ? <input type="hidden" name="state" value={view.state} /> : null}
          <div className="min-w-0 flex-[1_1_16rem]">
            <Field type="search" name="q" label={t("search")} defaultValue={view.search} maxLength={100} />
          </div>
          <Button type="submit">{t("show")}</Button>
        </form>
      </search>
      <nav aria-label={t("byState")} className="mb-4 flex flex-wrap gap-1.5">
        {[null, ...mailStates].map((state) => (
          <a
            key={state}
            href={base + outboxAddress({ ...view, state, page: 1 })}
            aria-current={view.state === state ? "page" : undefined}
            className="inline-flex min-h-11 items-center gap-1.5 rounded-lg border border-line px-3 text-sm text-ink no-underline hover:border-ink aria-[current]:border-action aria-[current]:bg-action-wash aria-[current]:font-semibold wide:min-h-9"
          >
            {state ? t(`states.${state}`) : t("all")}{" "}
            <span className="text-ink-2 tabular-nums">{format.number(state ? counts[state] : all)}</span>
          </a>
        ))}
      </nav>
      {view.state === "failed" && counts.failed > 0 && !view.search ? (
        <Form action={retry.bind(null, slug, "all")} className="mb-4 grid justify-items-start gap-3">
          <SubmitButton look="secondary" size="small">
            {t("retryAll", { count: counts.failed })}
          </SubmitButton>
        </Form>
      ) : null}
      {mails.length === 0 ? (
        <p className="border-t border-line py-8 text-ink-2">
          {view.search || view.state ? t("nothingFits") : t("empty")}
        </p>
      ) : (
        <ul className="border-t border-line">
          {mails.map((mail) => (
            <li
              key={mail.id}
              className="grid gap-x-6 border-b border-line py-2.5 text-[15px] [overflow-wrap:anywhere] wide:grid-cols-[minmax(0,1fr)_minmax(0,16rem)_10rem_11rem]"
            >
              <a
                className="link min-h-11 content-center font-semibold wide:min-h-0"
                href={`${base}/${mail.id}`}
              >
                {mail.subject}
              </a>
              <span className="text-ink-2">{mail.recipient}</span>
              <span>
                <MailStateWord state={mail.state} />
              </span>
              <span className="text-sm text-ink-2 tabular-nums wide:text-right">
                {formatInstant(mail.sentAt ?? mail.createdAt, "stamp", reader, timeZone)}
              </span>
              {mail.error ? <span className="text-sm text-bad wide:col-span-4">{mail.error}</span> : null}
            </li>
          ))}
        </ul>
      )}
      <Pages page={view.page} pages={pages} href={(page) => base + outboxAddress({ ...view, page })} />
    </DeskPage>
  );
}
