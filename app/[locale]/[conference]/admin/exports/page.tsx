import { getTranslations } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { Button } from "@/components/ui/button";
import { Checkbox, Select } from "@/components/ui/field";
import { db } from "@/db/client";
import type { AddressParams } from "@/lib/address";
import { requireOrganiser } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { findExportColumns } from "@/lib/exports/queries";
import { fixedColumns } from "@/lib/exports/rules";
import { speechOf } from "@/lib/i18n/speech";
import { filterFields } from "@/lib/registration-filters/rules";
import { countByState } from "@/lib/registration-list/queries";
import { readView, viewAddress } from "@/lib/registration-list/rules";

type Props = {
  params: Promise<{ locale: string; conference: string }>;
  searchParams: Promise<AddressParams>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("desk.exports"))("title") };
}

/** Says what the file will hold before it is made. A form that is sent plainly: a download needs no script. */
export default async function ExportPage({ params, searchParams }: Props) {
  const { reader, slug } = await loadConference(await params);
  const organiser = await requireOrganiser(slug);
  const view = readView(await searchParams);
  const [t, speech, counts, columns] = await Promise.all([
    getTranslations("desk.exports"),
    speechOf(organiser.conference),
    countByState(db, organiser, view.filter),
    findExportColumns(db, organiser),
  ]);
  const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const count = view.filter.state ? counts[view.filter.state] : all;
  const list = `/${reader}/${slug}/admin/registrations`;
  const sensitive = columns.questions.filter((question) => question.sensitive);
  const plain = columns.questions.filter((question) => !question.sensitive);
  return (
    <DeskPage
      title={t("title")}
      lead={t("lead", { count, filtered: filterFields(view.filter).length })}
      back={{ href: list + viewAddress(view), label: t("back") }}
    >
      <form method="post" action={`${list}/export`} className="grid max-w-[640px] gap-5">
        {filterFields(view.filter).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Select name="format" label={t("format")} defaultValue="xlsx">
          <option value="xlsx">{t("xlsx")}</option>
          <option value="csv">{t("csv")}</option>
        </Select>
        {sensitive.length > 0 ? (
          <Checkbox
            name="sensitive"
            label={t("sensitive", {
              questions: sensitive.map(({ label }) => speech.label(label)).join(" · "),
            })}
            hint={t("sensitiveHint")}
          />
        ) : null}
        <p className="text-sm text-ink-2">{t("audited")}</p>
        <div>
          <Button type="submit">{t("download", { count })}</Button>
        </div>
      </form>
      <section className="mt-10 max-w-[72ch]">
        <h2 className="mb-2 text-[17px]">{t("contents")}</h2>
        <p className="text-[15px] text-ink-2">
          {[
            ...fixedColumns.map((name) => t(`columns.${name}`)),
            ...plain.map(({ label }) => speech.label(label)),
          ].join(" · ")}
        </p>
      </section>
    </DeskPage>
  );
}
