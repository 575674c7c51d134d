import { getTranslations } from "next-intl/server";
import { FormButtons } from "@/components/desk/form-buttons";
import { Form, type FormAction, FormField, FormHidden } from "@/components/ui/form";
import { asSeen, type EditionFacts } from "@/lib/past-editions/rules";

/** The facts of one edition, for the page "past editions". */
export async function EditionForm({
  action,
  edition,
  back,
}: {
  action: FormAction;
  edition?: EditionFacts;
  back: string;
}) {
  const t = await getTranslations("desk.editions");
  const form = await getTranslations("desk.form");
  const facts = await getTranslations("editions");
  return (
    <Form action={action} className="grid max-w-[640px] gap-5">
      <FormHidden name="seen" value={edition ? asSeen(edition) : ""} />
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField
          name="edition"
          label={facts("edition")}
          inputMode="numeric"
          required
          defaultValue={edition?.edition}
        />
        <FormField
          name="year"
          label={facts("year")}
          inputMode="numeric"
          required
          defaultValue={edition?.year}
        />
      </div>
      {(["dates", "place", "participants"] as const).map((name) => (
        <FormField
          key={name}
          name={name}
          label={facts(name)}
          hint={t(`hints.${name}`)}
          optional={form("optional")}
          defaultValue={edition?.[name] ?? ""}
        />
      ))}
      <FormButtons save={t(edition ? "save" : "add")} back={back} />
    </Form>
  );
}
