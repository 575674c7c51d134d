import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { FoundClashes } from "@/components/draft/found-clashes";
import { DifferenceList } from "@/components/releases/difference-list";
import { ButtonLink } from "@/components/ui/button";
import { Form, FormCheckbox } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { planImport } from "@/lib/import-plans/queries";
import { applyAction } from "@/lib/imports/actions";
import { findImport } from "@/lib/imports/queries";
import { stateOf } from "@/lib/publishing/queries";
import { difference } from "@/lib/releases/rules";

type Props = { params: Promise<{ locale: string; conference: string; import: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("imports.preview"))("title") };
}

/** What a file would change in the draft, and whose seats that touches. */
export default async function ImportPreviewPage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { import: id } = await params;
  const upload = await findImport(db, organiser, id);
  const plan = upload && (await planImport(db, organiser, upload));
  if (!upload || !plan) notFound();
  const { draft, content, counts, losing, unbooked, clashes } = plan;
  const { timeZone } = organiser.conference;
  const saved = new Set(draft.sessions.map((session) => session.id));
  const named = <Row extends { id: string }>(rows: Row[], name: (row: Row) => string) =>
    Object.fromEntries(rows.map((row) => [row.id, name(row)]));
  const changes = difference(draft, content);
  const count = (entry: string) => changes.sessions.filter((one) => one.entry === entry).length;
  const t = await getTranslations("imports.preview");
  const programme = `/${reader}/${slug}/admin/programme`;
  const here = `${programme}/import`;
  return (
    <DeskPage
      title={t("title")}
      lead={t("lead", {
        file: upload.fileName,
        added: count("added"),
        changed: count("changed"),
        removed: count("removed"),
      })}
      back={{ href: here, label: t("back") }}
    >
      <FoundClashes
        clashes={clashes}
        names={{
          sessions: named(content.sessions, ({ title }) => title),
          speakers: named(content.speakers, ({ name }) => name),
        }}
        sessions={content.sessions.map((session) => ({ ...session, startsAt: new Date(session.startsAt) }))}
        title={t("clashes", { count: clashes.length })}
        text={t("clashesText")}
        href={(session) => (saved.has(session) ? `${programme}/sessions/${session}` : undefined)}
        reader={reader}
        timeZone={timeZone}
      />
      <div className="grid items-start gap-8 wide:grid-cols-[minmax(0,1fr)_360px]">
        <DifferenceList difference={changes} reader={reader} timeZone={timeZone} told={false} />
        <div className="grid gap-6">
          {[
            { sessions: losing, title: t("booked"), text: t("bookedText") },
            { sessions: unbooked, title: t("unbooked"), text: t("unbookedText") },
          ].map(({ sessions, title, text }) =>
            sessions.length > 0 ? (
              <Panel key={title} title={title}>
                <p className="mb-2 text-[15px]">{text}</p>
                <ul className="grid list-disc gap-1 pl-5 text-[15px] text-ink-2">
                  {sessions.map((session) => (
                    <li key={session.id}>
                      {t("bookedLine", {
                        session: session.title,
                        booked: counts.get(session.id)?.booked ?? 0,
                        waiting: counts.get(session.id)?.waiting ?? 0,
                      })}
                    </li>
                  ))}
                </ul>
              </Panel>
            ) : null,
          )}
          <Form action={applyAction.bind(null, slug, id)} className="grid gap-5">
            <input type="hidden" name="seen" value={stateOf(draft, 0)} />
            <input type="hidden" name="clashes" value={clashes.length} />
            {losing.length + unbooked.length > 0 ? (
              <FormCheckbox name="sure" label={t(losing.length > 0 ? "sure" : "sureUnbooked")} />
            ) : null}
            {clashes.length > 0 ? (
              <FormCheckbox name="knowing" label={t("knowing", { count: clashes.length })} />
            ) : null}
            <div className="flex flex-wrap gap-3">
              <SubmitButton busy={t("busy")}>{t("button")}</SubmitButton>
              <ButtonLink look="secondary" href={here}>
                {t("cancel")}
              </ButtonLink>
            </div>
          </Form>
        </div>
      </div>
    </DeskPage>
  );
}
