import { getTranslations } from "next-intl/server";
import { Form, type FormAction } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";

/** The buttons of a row that stands in an order: up, down, archive or bring back, remove what nobody uses. */
export async function RowActions({
  action,
  name,
  archived,
  first,
  last,
  removable,
}: {
  action: FormAction;
  /** Of the row, for those who hear the buttons. */
  name: string;
  archived: boolean;
  first?: boolean;
  last?: boolean;
  removable: boolean;
}) {
  const t = await getTranslations("desk.form");
  const button = (move: "up" | "down" | "archive" | "restore" | "remove", sign?: string) => (
    <SubmitButton
      look="secondary"
      size="small"
      name="move"
      value={move}
      aria-label={t(`rows.${move}`, { name })}
    >
      {sign ?? t(move)}
    </SubmitButton>
  );
  return (
    <Form action={action} className="flex flex-wrap items-center gap-2">
      {archived || first ? null : button("up", "↑")}
      {archived || last ? null : button("down", "↓")}
      {button(archived ? "restore" : "archive")}
      {removable ? button("remove") : null}
    </Form>
  );
}
