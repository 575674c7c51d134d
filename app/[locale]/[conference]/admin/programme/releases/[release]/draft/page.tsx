import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { DifferenceList } from "@/components/releases/difference-list";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { db } from "@/db/client";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { restoreAction } from "@/lib/draft-restores/actions";
import { stateOf } from "@/lib/publishing/queries";
import { findRelease, readDraft } from "@/lib/releases/queries";
import { difference, isEmpty, readNumber } from "@/lib/releases/rules";

type Props = { params: Promise<{ locale: string; conference: string; release: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("releases.restore"))("title") };
}

/** What putting the draft back would undo, asked before it is done. */
export default async function RestorePage({ params }: Props) {
  const { slug, reader } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const { conference } = organiser;
  const release = await findRelease(db, organiser, readNumber((await params).release));
  if (!release) notFound();
  const { number, name, content } = release;
  const draft = await readDraft(db, conference);
  const changes = difference(draft, content);
  const t = await getTranslations("releases");
  const here = `/${reader}/${slug}/admin/programme/releases/${number}`;
  return (
    <DeskPage
      title={t("restore.title")}
      lead={t("restore.lead", { number, name })}
      back={{ href: here, label: name }}
    >
      <DifferenceList difference={changes} reader={reader} timeZone={conference.timeZone} told={false} />
      {isEmpty(changes) ? null : (
        <Form action={restoreAction.bind(null, slug, String(number))} className="mt-8 grid gap-5">
          <input type="hidden" name="seen" value={stateOf(draft, number)} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton look="danger">{t("restore.button")}</SubmitButton>
            <ButtonLink look="secondary" href={here}>
              {t("form.cancel")}
            </ButtonLink>
          </div>
        </Form>
      )}
    </DeskPage>
  );
}
