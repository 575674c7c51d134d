import { getTranslations } from "next-intl/server";
import { Form, type FormAction, FormField, FormHidden } from "@/components/ui/form";
import { LocalizedField } from "@/components/ui/localized-field";
import { LocalizedMarkdown } from "@/components/ui/markdown-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { localMinute } from "@/lib/local-time";
import type { DeskNews } from "@/lib/news/queries";

export async function NewsForm({
  action,
  conference,
  item,
}: {
  action: FormAction;
  conference: { locale: string; timeZone: string };
  item?: DeskNews;
}) {
  const t = await getTranslations("desk.news");
  const texts = await getTranslations("desk.texts");
  const form = await getTranslations("desk.form");
  const languages = { main: conference.locale, others: form("otherLanguages") };
  return (
    <Form action={action} className="grid gap-6">
      <FormHidden name="version" value={item?.updatedAt.toISOString() ?? ""} />
      <div className="max-w-[640px]">
        <LocalizedField name="title" label={t("heading")} text={item?.title} {...languages} />
      </div>
      <LocalizedMarkdown
        name="body"
        label={t("text")}
        text={item?.body}
        rows={12}
        preview={texts("preview")}
        empty={texts("empty")}
        {...languages}
      />
      <div className="max-w-[420px]">
        <FormField
          name="publishedAt"
          type="datetime-local"
          label={t("publishedAt", { zone: conference.timeZone })}
          hint={t("publishedAtHint")}
          optional={form("optional")}
          defaultValue={item?.publishedAt ? localMinute(item.publishedAt, conference.timeZone) : ""}
        />
      </div>
      <div className="flex flex-wrap gap-3 border-t border-line pt-6">
        <SubmitButton name="intent" value="save" busy={form("saving")}>
          {t("save")}
        </SubmitButton>
        <SubmitButton look="secondary" name="intent" value="now">
          {t("now")}
        </SubmitButton>
        {/* With JavaScript the preview follows the keys; without it this button asks for it. */}
        <noscript>
          <SubmitButton look="secondary" name="intent" value="preview">
            {texts("previewNow")}
          </SubmitButton>
        </noscript>
      </div>
    </Form>
  );
}
